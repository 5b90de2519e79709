using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Papers.Pages;

internal sealed class IssueModel(ReportingContext db, Caller caller, ChangePaper change) : PaperPage(db, caller)
{
    /// <summary>"true" where what the check found has been read.</summary>
    [BindProperty]
    public List<string> Acknowledged { get; set; } = [];
    public IReadOnlyList<PaperFlag> Flags { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation)
    {
        if (await OpenAsync(number, cancellation) is { } elsewhere)
            return elsewhere;
        Flags = await ChangePaper.FlagsAsync(Db, Paper, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellation)
    {
        if (!await LoadAsync(number, cancellation))
            return NotFound();
        var answer = await AnswerAsync(
            number,
            await change.IssueAsync(number, Version, Acknowledged.Contains("true"), cancellation),
            Address,
            cancellation
        );
        Flags = await ChangePaper.FlagsAsync(Db, Paper, cancellation);
        return answer;
    }
}
