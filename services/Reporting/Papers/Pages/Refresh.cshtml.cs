using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Papers.Pages;

internal sealed class RefreshModel(ReportingContext db, Caller caller, ChangePaper change) : PaperPage(db, caller)
{
    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation) =>
        await OpenAsync(number, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellation) =>
        await AnswerAsync(number, await change.RefreshAsync(number, Version, cancellation), $"/reports/papers/{number}", cancellation);
}
