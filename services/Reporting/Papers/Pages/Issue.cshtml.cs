using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers.Pages;

[Says("The paper is issued", "The board can read it, and it no longer changes")]
internal sealed class IssueModel(ReportingContext db, Caller caller, ChangePaper change) : PaperPage(db, caller)
{
    /// <summary>"true" where the officer has read what the check found.</summary>
    [BindProperty]
    public List<string> Acknowledged { get; set; } = [];
    public IReadOnlyList<PaperFlag> Flags { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Flags = await ChangePaper.FlagsAsync(Db, Paper, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var answer = await ActAsync(
            () => change.IssueAsync(Number, Version, Acknowledged.Contains("true"), cancellationToken),
            cancellationToken
        );
        Flags = await ChangePaper.FlagsAsync(Db, Paper, cancellationToken);
        return answer;
    }
}
