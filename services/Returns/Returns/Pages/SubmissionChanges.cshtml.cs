using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>What differs between a submission and the one before it.</summary>
internal sealed class SubmissionChangesModel(ReturnsContext db, Caller caller) : ReturnPage(db, caller)
{
    private readonly ReturnsContext db = db;

    public int Number { get; private set; }
    public IReadOnlyList<ChangedAnswer> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var (before, after) = (
            await db.SubmissionAsync(Return, number - 1, cancellationToken),
            await db.SubmissionAsync(Return, number, cancellationToken)
        );
        if (before is null || after is null)
            return NotFound();
        (Number, Changes) = (number, ReturnChanges.Between(before.Read(), after.Read()));
        return Page();
    }
}
