using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Papers.Pages;

internal sealed class RefreshModel(ReportingContext db, Caller caller, ChangePaper change) : PaperPage(db, caller)
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        ActAsync(() => change.RefreshAsync(Number, Version, cancellation), cancellation, $"/reports/papers/{Number}");
}
