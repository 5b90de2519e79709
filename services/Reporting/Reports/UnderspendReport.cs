using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;

namespace Platform.Reporting.Reports;

/// <summary>What a year is likely to leave: an estimate, which names the returns that it lacks and says what it takes for them.</summary>
internal sealed class UnderspendReport(ReportingContext db) : IReport
{
    public string Name => "underspend";
    public string Title => "Underspend of the year";
    public string About => "What a year is likely to leave, the returns that the estimate lacks, and what it assumes for them.";
    public bool IsOfAYear => true;

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellation)
    {
        var total = (await db.MoneyAsync(filter, "year", cancellation)).Select(s => s.Sum).SingleOrDefault();
        var year = filter.Year!.Value;
        Quarter[] over = [.. Quarter.Covering(year.From, year.To).Where(q => q.To < today)];
        // What is missing are quarters that are over: of the others nobody can know yet.
        var missing = db.Returns.AsNoTracking().Where(r => over.Contains(r.Quarter) && r.Assumed != null);
        if (filter.Partnership is { } partnership) missing = missing.Where(r => r.Partnership == partnership);
        if (filter.Programme is { } programme) missing = missing.Where(r => r.Programme == programme);
        var count = await missing.CountAsync(cancellation);
        var rows = await missing.OrderBy(r => r.Partnership).ThenBy(r => r.GrantReference).ThenBy(r => r.Quarter).ThenBy(r => r.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellation);
        return new(
            MoneyReport.Message(filter, total) + (total is null ? "" : count switch
            {
                0 => " Every return of the quarters that are over is in.",
                1 => " The estimate lacks 1 return.",
                _ => $" The estimate lacks {count:N0} returns.",
            }),
            [new("Partnership"), new("Return that is not in"), new("Due"), new("Taken for spent", true), new("Because")],
            [.. rows.Select(r => (IReadOnlyList<Cell>)
            [
                new(r.Partnership.Name, Link: $"/partnerships/{r.Partnership.Code}"), new($"{r.GrantReference} {r.Quarter.Label}", Link: r.Address), Cell.Of(r.DueOn), Cell.Of(r.Assumed!.Value),
                new(r.AssumedFrom is { } by ? $"The return for quarter {by.Number} {by.Year} forecast it" : "Nobody has forecast it: the money that is left is spread evenly over the quarters without a word"),
            ])])
        {
            Count = count,
            Notes =
            [
                new("How it is estimated: what was reported as spent, what the last return forecast for each quarter that is not in, and, where nobody has forecast anything, all the money that is left. One grant’s overspending takes nothing off another’s underspend."),
            ],
        };
    }
}
