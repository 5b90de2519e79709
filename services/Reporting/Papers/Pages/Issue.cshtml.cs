using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Papers.Pages;

internal sealed class IssueModel(ReportingContext db, Caller caller, ChangePaper change) : PaperPage(db, caller)
{
    /// <summary>"true" where what the check found has been read.</summary>
    [BindProperty]
    public List<string> Acknowledged { get; set; } = [];
    public IReadOnlyList<PaperFlag> Flags { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is { } elsewhere)
            return elsewhere;
        Flags = await ChangePaper.FlagsAsync(Db, Paper, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        var answer = await ActAsync(() => change.IssueAsync(Number, Version, Acknowledged.Contains("true"), cancellation), cancellation);
        Flags = await ChangePaper.FlagsAsync(Db, Paper, cancellation);
        return answer;
    }
}
