using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Publication.Pages;

/// <summary>The public start page: what can be bid for, what was granted, and what is published about it.</summary>
[AllowAnonymous]
internal sealed class IndexModel(ReportingContext db, Caller caller) : PageModel
{
    public sealed record YearSum(string Programme, FinancialYear Year, int Grants, Money Granted, Money Spent, long PaperQuarters);

    public DateTimeOffset At => caller.At;
    public IReadOnlyList<RoundRow> Open { get; private set; } = [];
    public IReadOnlyList<YearSum> Sums { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Open = await db
            .Rounds.AsNoTracking()
            .Where(r => r.Published && r.OpensAt <= caller.At && r.ClosesAt > caller.At)
            .OrderBy(r => r.ClosesAt)
            .ToListAsync(cancellationToken);
        db.ReadEverybodys();
        var sums = await db
            .Database.SqlQuery<SumRow>(
                $"""
                select y.programme, y.year, count(*)::int as grants, sum(y.allocated)::bigint as granted, sum(y.actual)::bigint as spent,
                    sum(y.paper_quarters)::bigint as quarters
                from grant_years y join public_grants p on p.grant_id = y.grant_id
                where y.allocated > 0 or y.actual > 0 group by y.programme, y.year
                """
            )
            .ToListAsync(cancellationToken);
        Sums =
        [
            .. sums.OrderByDescending(s => s.Year)
                .ThenBy(s => s.Programme, StringComparer.Ordinal)
                .Select(s => new YearSum(s.Programme, new(s.Year), s.Grants, new(s.Granted), new(s.Spent), s.Quarters)),
        ];
    }

    private sealed record SumRow(string Programme, int Year, int Grants, long Granted, long Spent, long Quarters);
}
