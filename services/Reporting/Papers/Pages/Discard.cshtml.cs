using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Papers.Pages;

internal sealed class DiscardModel(ReportingContext db, Caller caller, ChangePaper change) : PaperPage(db, caller)
{
    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation) =>
        await OpenAsync(number, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellation) =>
        await AnswerAsync(number, await change.DiscardAsync(number, Version, cancellation), "/reports/papers", cancellation);
}
