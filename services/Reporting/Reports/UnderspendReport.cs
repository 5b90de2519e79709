using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>What a year is likely to leave unspent: an estimate that names the missing returns and what it assumes for them.</summary>
internal sealed class UnderspendReport(ReportingContext db) : IReport
{
    public string Name => "underspend";
    public string Title => "Underspend of the year";
    public string About => "What a year is likely to leave, the returns missing from the estimate, and what it assumes for them.";
    public bool IsOfAYear => true;

    public bool IsNarrowedBy(string filter, string value) => filter == "grant" || (filter, value) == ("of", "assumed");

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var total = (await db.MoneyAsync(filter, "year", cancellationToken)).Select(s => s.Sum).SingleOrDefault();
        var lacking = await Missing(db, filter, today).CountAsync(r => !r.OnPaper, cancellationToken);
        var taken = Taken(db, filter, today);
        var listed = filter.Of is null ? taken : taken.Where(r => r.AssumedFrom == null && r.Assumed != Money.Zero);
        var count = await listed.CountAsync(cancellationToken);
        var report = await new Listing<ReturnRow>(r => r.Partnership, r => r.GrantReference, r => r.Quarter, r => r.Id)
            .Column("Partnership", r => new(r.Partnership.Name, Link: $"/partnerships/{r.Partnership.Code}"), r => r.Partnership)
            .Column("Missing return", r => new($"{r.GrantReference} {r.Quarter.Label}", Link: r.Address), r => r.GrantReference)
            .Column("Due", r => Cell.Of(r.DueOn), r => r.DueOn)
            .Number("Assumed spent", r => Cell.Of(r.Assumed!.Value), r => r.Assumed)
            .Column(
                "Because",
                r =>
                    new(
                        r.AssumedFrom is { } by
                            ? $"The return for quarter {by.Number} {by.Year} forecast it"
                            : (r.OnPaper ? "It was reported on paper: " : "Nobody has forecast it: ")
                                + "the money that is left is spread evenly over the quarters without a word"
                    )
            )
            .ReadAsync(listed, count, Message(filter, total, lacking), filter, page, cancellationToken);
        // A year of which no return is scheduled yet has no quarter to spread its money over.
        var assumed = (await GrantsReport.Of(db, filter).Select(g => g.Year.Assumed).ToListAsync(cancellationToken)).Sum(a => a);
        var amounts = await listed.Select(r => new { r.Assumed, IsForecast = r.AssumedFrom != null }).ToListAsync(cancellationToken);
        var unscheduled = assumed - amounts.Where(a => !a.IsForecast).Sum(a => a.Assumed!.Value);
        IReadOnlyList<Cell>[] more =
            unscheduled == Money.Zero || page.Skip + report.Rows.Count < count
                ? []
                :
                [
                    [
                        new(filter.Partnership?.Name ?? "All partnerships"),
                        new("Returns that are not scheduled yet"),
                        Cell.None,
                        Cell.Of(unscheduled),
                        new("Nobody can have forecast it: all the money counts as spent"),
                    ],
                ];
        return report with
        {
            Rows = [.. report.Rows, .. more],
            Total =
                count == 0 && unscheduled == Money.Zero
                    ? null
                    : [new("All"), new(""), new(""), Cell.Of(amounts.Sum(a => a.Assumed!.Value) + unscheduled), new("")],
            Notes =
            [
                new(
                    "How it is estimated: what was reported as spent, what the last return forecast for each quarter that is not in, "
                        + "and, where nobody has forecast anything, all the money that is left. "
                        + "One grant’s overspending takes nothing off another’s underspend."
                ),
            ],
        };
    }

    /// <summary>The returns that the estimate lacks, each with what counts as spent in its quarter.</summary>
    public static IQueryable<ReturnRow> Missing(ReportingContext db, ReportFilter filter, DateOnly today)
    {
        var over = Over(filter, today);
        return Silent(db, filter).Where(r => over.Contains(r.Quarter));
    }

    /// <summary>The same, with the returns to come for which money that nobody has forecast is taken for spent.</summary>
    public static IQueryable<ReturnRow> Taken(ReportingContext db, ReportFilter filter, DateOnly today)
    {
        var over = Over(filter, today);
        return Silent(db, filter).Where(r => over.Contains(r.Quarter) || (r.AssumedFrom == null && r.Assumed != Money.Zero));
    }

    // Only quarters that are over can be missing: nobody can know the others yet.
    private static Quarter[] Over(ReportFilter filter, DateOnly today) =>
        [.. Quarter.Covering(filter.Year!.Value.From, filter.Year.Value.To).Where(q => q.To < today)];

    private static IQueryable<ReturnRow> Silent(ReportingContext db, ReportFilter filter)
    {
        Quarter[] quarters = [.. Quarter.Covering(filter.Year!.Value.From, filter.Year.Value.To)];
        var missing = db.Returns.AsNoTracking().Where(r => quarters.Contains(r.Quarter) && r.Assumed != null);
        if (filter.Partnership is { } partnership)
            missing = missing.Where(r => r.Partnership == partnership);
        if (filter.Programme is { } programme)
            missing = missing.Where(r => r.Programme == programme);
        if (filter.Grant is { } grant)
            missing = missing.Where(r => r.GrantReference == grant);
        return missing;
    }

    private static string Message(ReportFilter filter, Sum? total, int count)
    {
        // A grant's own estimate is in Money by grant.
        var first = filter.Grant is { } grant ? $"Returns of {grant} for {filter.Year}." : MoneyReport.Message(filter, total);
        return total is null
            ? first
            : first
                + count switch
                {
                    0 => " Every return of the quarters that are over is in.",
                    1 => " 1 return is missing from the estimate.",
                    _ => $" {count:N0} returns are missing from the estimate.",
                };
    }
}
