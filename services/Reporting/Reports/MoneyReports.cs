using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Reports;

/// <summary>A year's money: granted, changed, spent, forecast, and what is likely to be left.</summary>
internal abstract class MoneyReport(ReportingContext db, string by) : IReport
{
    public abstract string Name { get; }
    public abstract string Title { get; }
    public abstract string About { get; }
    public bool IsOfAYear => true;

    public static IReadOnlyList<Column> Columns(string first) =>
    [
        new(first), new("Granted at first", true), new("Changed by", true), new("Allocated", true), new("Spent", true), new("Forecast", true), new("Assumed", true),
        new("Likely spending", true), new("Likely underspend", true),
    ];

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellation)
    {
        var sums = await db.MoneyAsync(filter, by, cancellation);
        var total = sums.Count == 0 ? null : Sum.Total(sums.Select(s => s.Sum));
        var missing = await OverdueReport.Of(db, filter, today).CountAsync(cancellation);
        return new(Message(filter, total), Columns(by == "partnership" ? "Partnership" : "Programme"),
            [.. sums.Select(s => (s.Sum, To: Narrowed(filter, s.Key), s.Key)).OrderBy(s => s.To.Partnership?.Name ?? s.Key).Select(s => Row(new(
                s.To.Partnership?.Name ?? s.Key, Link: s.To.Partnership is { } p ? $"/partnerships/{p.Code}" : null), s.Sum, s.To))])
        {
            Total = total is null ? null : Row(new("All"), total, filter),
            Notes = missing == 0 ? [] : [new(missing == 1 ? "1 return is overdue: see what is assumed for it" : $"{missing:N0} returns are overdue: see what is assumed for them", Link: filter.Address("underspend"))],
            Chart = by == "programme" && sums.Count > 0 ? new(ChartKind.Bar, [3, 4, 7], "£") : null,
        };
    }

    /// <summary>What is likely to be left, in words.</summary>
    public static string Message(ReportFilter filter, Sum? total) => total switch
    {
        null => $"No grant has money for {filter.Year}.",
        { Underspend: 0 } => $"Nothing of the {new Money(total.Allocated)} for {filter.Year} is likely to be left.",
        _ => $"{new Money(total.Underspend)} of the {new Money(total.Allocated)} for {filter.Year} is likely to be left.",
    } + (total is { Overspend: > 0 } ? $" Some grants are likely to spend {new Money(total.Overspend)} above their allocation." : "");

    private ReportFilter Narrowed(ReportFilter filter, string key) => by == "partnership" ? filter with { Partnership = Partnership.Find(key) } : filter with { Programme = key };

    private static IReadOnlyList<Cell> Row(Cell name, Sum sum, ReportFilter to) =>
    [
        name, Of(sum.Original, to), Of(sum.Allocated - sum.Original, to), Of(sum.Allocated, to), Of(sum.Actual, to), Of(sum.Forecast, to), Of(sum.Assumed, to, "underspend"),
        Of(sum.Outturn, to), Of(sum.Underspend, to),
    ];

    private static Cell Of(long pence, ReportFilter to, string rows = "grants") => Cell.Of(new Money(pence), to.Address(rows));
}

internal sealed class MoneyByPartnershipReport(ReportingContext db) : MoneyReport(db, "partnership")
{
    public override string Name => "money";
    public override string Title => "Money by partnership";
    public override string About => "The same for each partnership.";
}

internal sealed class MoneyByProgrammeReport(ReportingContext db) : MoneyReport(db, "programme")
{
    public override string Name => "money-programmes";
    public override string Title => "Money by programme";
    public override string About => "What each programme was granted for a year, what was spent and is forecast, and what is likely to be left.";
}

/// <summary>The same grant by grant: the rows behind every sum.</summary>
internal sealed class GrantsReport(ReportingContext db) : IReport
{
    public string Name => "grants";
    public string Title => "Money by grant";
    public string About => "The same for each grant.";
    public bool IsOfAYear => true;

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellation)
    {
        var years = db.GrantYears.AsNoTracking().Where(y => y.Year == filter.Year);
        if (filter.Partnership is { } partnership) years = years.Where(y => y.Partnership == partnership);
        if (filter.Programme is { } programme) years = years.Where(y => y.Programme == programme);
        var count = await years.CountAsync(cancellation);
        var rows = await years.OrderBy(y => y.Partnership).ThenBy(y => y.GrantId).Skip(page.Skip).Take(page.Take)
            .Join(db.Grants, y => y.GrantId, g => g.Id, (y, g) => new { Year = y, g.Reference, g.Title }).ToListAsync(cancellation);
        var total = (await db.MoneyAsync(filter, "year", cancellation)).Select(s => s.Sum).SingleOrDefault();
        return new(MoneyReport.Message(filter, total), [.. MoneyReport.Columns("Partnership").Take(1), new("Grant"), .. MoneyReport.Columns("").Skip(1)],
            [.. rows.OrderBy(r => r.Year.Partnership.Code, StringComparer.Ordinal).ThenBy(r => r.Year.GrantId).Select(r => Row(r.Year, r.Reference, r.Title))]) { Count = count };
    }

    private static IReadOnlyList<Cell> Row(GrantYear year, string reference, string title)
    {
        var left = year.Allocated - year.Outturn;
        return
        [
            new(year.Partnership.Name, Link: $"/partnerships/{year.Partnership.Code}"), new($"{reference} {title}", Link: $"/grants/{reference}"), Cell.Of(year.Original),
            Cell.Of(year.Allocated - year.Original), Cell.Of(year.Allocated), Cell.Of(year.Actual), Cell.Of(year.Forecast), Cell.Of(year.Assumed), Cell.Of(year.Outturn),
            Cell.Of(left > Money.Zero ? left : Money.Zero),
        ];
    }
}
