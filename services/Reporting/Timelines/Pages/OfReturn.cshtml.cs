using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Timelines.Pages;

internal sealed class OfReturnModel(ReportingContext db, Caller caller) : TimelinePage(db, caller)
{
    public ReturnRow Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, string quarter, CancellationToken cancellationToken)
    {
        if (quarter.Length != 10 || Quarter.Parse($"{quarter[..4]}/{quarter[5..7]} Q{quarter[9]}") is not { } wanted)
            return NotFound();
        Line = (
            await Db
                .Returns.AsNoTracking()
                .SingleOrDefaultAsync(r => r.GrantReference == reference && r.Quarter == wanted, cancellationToken)
        )!;
        return Line is null ? NotFound() : await ShowAsync(Db.Activities.Where(a => a.About == Line.Id), cancellationToken);
    }
}
