using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers.Pages;

[Says("The figures are taken as they are now")]
internal sealed class RefreshModel(ReportingContext db, Caller caller, ChangePaper change) : PaperPage(db, caller)
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ActAsync(() => change.RefreshAsync(Number, Version, cancellationToken), cancellationToken, $"/reports/papers/{Number}");
}
