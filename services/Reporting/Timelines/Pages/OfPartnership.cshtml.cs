using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Timelines.Pages;

internal sealed class OfPartnershipModel(ReportingContext db, Caller caller) : TimelinePage(db, caller)
{
    public Partnership Partnership { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        Partnership = Partnership.Find(code)!;
        if (Partnership is null || !(Caller.SeesEverything || Caller.Partnership == Partnership))
            return NotFound();
        return await ShowAsync(Db.Activities.Where(a => a.Partnership == Partnership), cancellationToken);
    }
}
