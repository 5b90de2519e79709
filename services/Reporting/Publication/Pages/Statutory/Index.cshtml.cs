using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Platform.Reporting.Publication.Pages.Statutory;

[AllowAnonymous]
internal sealed class IndexModel(ReportingContext db) : PageModel
{
    /// <summary>The months in which something was granted, newest first, by calendar year.</summary>
    public IReadOnlyList<IGrouping<int, StatutoryMonth>> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        db.ReadEverybodys();
        var months = await db
            .Database.SqlQuery<DateOnly>(
                $"""
                select distinct date_trunc('month', made_on)::date as "Value" from public_grants where made_on is not null
                """
            )
            .ToListAsync(cancellationToken);
        Years = [.. months.OrderDescending().Select(m => new StatutoryMonth(m.Year, m.Month)).GroupBy(m => m.Year)];
    }
}
