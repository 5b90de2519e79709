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

    public async Task<IActionResult> OnGetAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (!await LoadAsync(grantReference, quarter, cancellation))
            return NotFound();
        Number = await db.Submissions.CountAsync(s => s.ReturnId == Return.Id, cancellation);
        return Return.State is ReturnState.Submitted or ReturnState.Accepted ? Page() : Redirect(Address);
    }
}
