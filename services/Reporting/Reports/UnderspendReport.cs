using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>What a year is likely to leave unspent: an estimate that names the missing returns and what it assumes for them.</summary>
internal sealed class UnderspendReport(ReportingContext db) : IReport
{
    public string Name => "underspend";
    public string Title => "Underspend of the year";
    public string About => "What a year is likely to leave, the returns that the estimate lacks, and what it assumes for them.";
    public bool IsOfAYear => true;

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var total = (await db.MoneyAsync(filter, "year", cancellationToken)).Select(s => s.Sum).SingleOrDefault();
        var missing = Missing(db, filter, today);
        var count = await missing.CountAsync(cancellationToken);
        var report = await new Listing<ReturnRow>(r => r.Partnership, r => r.GrantReference, r => r.Quarter, r => r.Id)
            .Column("Partnership", r => new(r.Partnership.Name, Link: $"/partnerships/{r.Partnership.Code}"), r => r.Partnership)
            .Column("Return that is not in", r => new($"{r.GrantReference} {r.Quarter.Label}", Link: r.Address), r => r.GrantReference)
            .Column("Due", r => Cell.Of(r.DueOn), r => r.DueOn)
            .Number("Taken for spent", r => Cell.Of(r.Assumed!.Value), r => r.Assumed)
            .Column(
                "Because",
                r =>
                    new(
                        r.AssumedFrom is { } by
                            ? $"The return for quarter {by.Number} {by.Year} forecast it"
                            : "Nobody has forecast it: the money that is left is spread evenly over the quarters without a word"
                    )
            )
            .ReadAsync(missing, count, Message(filter, total, count), filter, page, cancellationToken);
        return report with
        {
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
        var year = filter.Year!.Value;
        Quarter[] over = [.. Quarter.Covering(year.From, year.To).Where(q => q.To < today)];
        // Only quarters that are over can be missing: nobody can know the others yet.
        var missing = db.Returns.AsNoTracking().Where(r => over.Contains(r.Quarter) && r.Assumed != null);
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
                    1 => " The estimate lacks 1 return.",
                    _ => $" The estimate lacks {count:N0} returns.",
                };
    }
}
