using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Papers.Pages;

/// <summary>What is contradictory or missing, and where to put it right.</summary>
internal sealed class CheckModel(ReportingContext db, Caller caller) : PaperPage(db, caller)
{
    public IReadOnlyList<PaperFlag> Flags { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Flags = await ChangePaper.FlagsAsync(Db, Paper, cancellationToken);
        return Page();
    }
}
