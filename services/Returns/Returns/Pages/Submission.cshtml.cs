using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>A return exactly as it was submitted, to read and to print.</summary>
internal sealed class SubmissionModel(ReturnsContext db, Caller caller) : ReturnPage(db, caller)
{
    private readonly ReturnsContext db = db;

    public SubmittedReturn Made { get; private set; } = null!;
    public string Hash { get; private set; } = "";
    public int Number { get; private set; }
    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || await db.SubmissionAsync(Return, number, cancellationToken) is not { } made)
            return NotFound();
        Made = made.Read();
        Hash = made.Hash;
        Number = number;
        Count = await db.SubmissionsOf(Return).CountAsync(cancellationToken);
        return Page();
    }
}
