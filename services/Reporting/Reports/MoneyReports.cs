using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>A year's money: what was granted, varied, spent and forecast, and what is likely to be left.</summary>
internal abstract class MoneyReport(ReportingContext db, string by) : IReport
{
    public abstract string Name { get; }
    public abstract string Title { get; }
    public abstract string About { get; }
    public bool IsOfAYear => true;

    public static IReadOnlyList<Column> Columns(string first) =>
        [
            new(first, CanSort: true),
            new("Granted at first", true, true),
            new("Changed by", true, true),
            new("Allocated", true, true),
            new("Spent", true, true),
            new("Forecast", true, true),
            new("Assumed", true, true),
            new("Likely spending", true, true),
            new("Likely underspend", true, true),
            new("Likely overspend", true, true),
            new("Spent, challenged", true, true),
        ];

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var sums = await db.MoneyAsync(filter, by, cancellationToken);
        var total = sums.Count == 0 ? null : Sum.Total(sums.Select(s => s.Sum));
        var missing = await OverdueReport.NotIn(db, filter, today).CountAsync(cancellationToken);
        return new(
            Message(filter, total),
            Columns(by == "partnership" ? "Partnership" : "Programme"),
            [
                .. sums.Select(s => (s.Sum, To: Narrowed(filter, s.Key), s.Key))
                    .OrderBy(s => s.To.Partnership?.Name ?? s.Key)
                    .Select(s =>
                        Row(
                            new(s.To.Partnership?.Name ?? s.Key, Link: s.To.Partnership is { } p ? $"/partnerships/{p.Code}" : null),
                            s.Sum,
                            s.To
                        )
                    ),
            ]
        )
        {
            Total = total is null ? null : Row(new("All"), total, filter),
            Notes =
                missing == 0
                    ? []
                    :
                    [
                        new(
                            missing == 1
                                ? "1 return is overdue: see what is assumed for it"
                                : $"{missing:N0} returns are overdue: see what is assumed for them",
                            Link: filter.Address("underspend")
                        ),
                    ],
            Chart = by == "programme" && sums.Count > 0 ? new(ChartKind.Bar, [3, 4, 7], "£") : null,
        };
    }

    /// <summary>What is likely to be left, in words.</summary>
    public static string Message(ReportFilter filter, Sum? total) =>
        total switch
        {
            null => $"No grant has money for {filter.Year}.",
            { Underspend: 0 } => $"Nothing of the {new Money(total.Allocated)} for {filter.Year} is likely to be left.",
            _ => $"{new Money(total.Underspend)} of the {new Money(total.Allocated)} for {filter.Year} is likely to be left.",
        } + (total is { Overspend: > 0 } ? $" Some grants are likely to spend {new Money(total.Overspend)} above their allocation." : "");

    private ReportFilter Narrowed(ReportFilter filter, string key) =>
        by == "partnership" ? filter with { Partnership = Partnership.Find(key) } : filter with { Programme = key };

    private static IReadOnlyList<Cell> Row(Cell name, Sum sum, ReportFilter to) =>
        [
            name,
            Of(sum.Original, to),
            Of(sum.Allocated - sum.Original, to),
            Of(sum.Allocated, to),
            Of(sum.Actual, to),
            Of(sum.Forecast, to),
            Of(sum.Assumed, to, "underspend"),
            Of(sum.Outturn, to),
            Of(sum.Underspend, to),
            Of(sum.Overspend, to),
            Of(sum.ActualChallenged, to),
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
    public override string About =>
        "What each programme was granted for a year, what was spent and is forecast, and what is likely to be left.";
}

/// <summary>The same for each grant: the rows behind every sum.</summary>
internal sealed class GrantsReport(ReportingContext db) : IReport
{
    public string Name => "grants";
    public string Title => "Money by grant";
    public string About => "The same for each grant.";
    public bool IsOfAYear => true;

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var years = Of(db, filter);
        var count = await years.CountAsync(cancellationToken);
        var total = (await db.MoneyAsync(filter, "year", cancellationToken)).Select(s => s.Sum).SingleOrDefault();
        return await new Listing<GrantOfYear>(g => g.Year.Partnership, g => g.Year.GrantId)
            .Column(
                "Partnership",
                g => new(g.Year.Partnership.Name, Link: $"/partnerships/{g.Year.Partnership.Code}"),
                g => g.Year.Partnership
            )
            .Column("Grant", g => new($"{g.Grant.Reference} {g.Grant.Title}", Link: g.Address), g => g.Grant.Reference)
            .Number("Granted at first", g => Cell.Of(g.Year.Original, g.Address), g => g.Year.Original)
            .Number("Changed by", g => Cell.Of(g.Year.Allocated - g.Year.Original, g.Address))
            .Number("Allocated", g => Cell.Of(g.Year.Allocated, g.Address), g => g.Year.Allocated)
            .Number("Spent", g => Cell.Of(g.Year.Actual, g.Rows("figures", Said.Spent)), g => g.Year.Actual)
            .Number("Forecast", g => Cell.Of(g.Year.Forecast, g.Rows("figures", Said.Forecast)), g => g.Year.Forecast)
            .Number("Assumed", g => Cell.Of(g.Year.Assumed, g.Rows("underspend")), g => g.Year.Assumed)
            .Number("Likely spending", g => Cell.Of(g.Year.Outturn))
            .Number("Likely underspend", g => Cell.Of(Above(g.Year.Allocated, g.Year.Outturn)))
            .Number("Likely overspend", g => Cell.Of(Above(g.Year.Outturn, g.Year.Allocated)))
            .Number("Spent, challenged", g => Cell.Of(g.Year.ActualChallenged, g.Rows("figures", Said.Spent)), g => g.Year.ActualChallenged)
            .ReadAsync(years, count, MoneyReport.Message(filter, total), filter, page, cancellationToken);
    }

    private static Money Above(Money a, Money b) => a > b ? a - b : Money.Zero;

    /// <summary>The grants that have money for the filter's year.</summary>
    public static IQueryable<GrantOfYear> Of(ReportingContext db, ReportFilter filter)
    {
        var years = db.GrantYears.AsNoTracking().Where(y => y.Year == filter.Year);
        if (filter.Partnership is { } partnership)
            years = years.Where(y => y.Partnership == partnership);
        if (filter.Programme is { } programme)
            years = years.Where(y => y.Programme == programme);
        return years.Join(db.Grants, y => y.GrantId, g => g.Id, (y, g) => new GrantOfYear { Year = y, Grant = g });
    }
}

/// <summary>A grant with its money in a year, and where its figures are.</summary>
internal sealed class GrantOfYear
{
    public GrantYear Year { get; init; } = null!;
    public GrantRow Grant { get; init; } = null!;

    public string Address => $"/grants/{Grant.Reference}";

    public string Rows(string report, Said? said = null) =>
        new ReportFilter
        {
            Year = Year.Year,
            Grant = Grant.Reference,
            Said = said,
        }.Address(report);
}
