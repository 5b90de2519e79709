using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>The receipt: the same whenever it is asked for, until the return is sent back.</summary>
internal sealed class SubmittedModel(ReturnsContext db, Caller caller) : ReturnPage(db, caller)
{
    private readonly ReturnsContext db = db;

    /// <summary>Which submission it was.</summary>
    public int Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Number = await db.SubmissionsOf(Return).CountAsync(cancellationToken);
        return Return.State is ReturnState.Submitted or ReturnState.Accepted ? Page() : Redirect(Address);
    }
}
