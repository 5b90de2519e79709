using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>A year's money: what was granted, cut, moved, spent and forecast, and what is likely to be left.</summary>
internal abstract class MoneyReport(ReportingContext db, string by) : IReport
{
    public abstract string Name { get; }
    public abstract string Title { get; }
    public abstract string About { get; }
    public bool IsOfAYear => true;

    /// <summary>The columns of money, for sums and for grants alike.</summary>
    public static readonly IReadOnlyList<Column> Columns =
    [
        Amount("Granted at first"),
        Amount("Cut"),
        Amount("Added") with
        {
            IsOptional = true,
        },
        Amount("Moved in from other years") with
        {
            IsOptional = true,
        },
        Amount("Moved out to other years") with
        {
            IsOptional = true,
        },
        Amount("Moved within the year") with
        {
            IsOptional = true,
        },
        Amount("Allocated"),
        Amount("Spent"),
        Amount("Spent across 31 March") with
        {
            IsOptional = true,
        },
        Amount("Quarters on paper") with
        {
            IsOptional = true,
        },
        Amount("Forecast"),
        Amount("Assumed") with
        {
            IsOptional = true,
        },
        Amount("Likely spending"),
        Amount("Likely underspend"),
        Amount("Likely overspend"),
        Amount("Spent, challenged") with
        {
            IsOptional = true,
        },
    ];

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var sums = await db.MoneyAsync(filter, by, cancellationToken);
        var total = sums.Count == 0 ? null : Sum.Total(sums.Select(s => s.Sum));
        return new(
            Message(filter, total),
            [new(by == "partnership" ? "Partnership" : "Programme", CanSort: true), .. Columns],
            [
                .. sums.Select(s => (s.Sum, To: Narrowed(filter, s.Key), s.Key))
                    .OrderBy(s => s.To.Partnership?.Name ?? s.Key)
                    .Select(s =>
                        (IReadOnlyList<Cell>)
                            [
                                new(s.To.Partnership?.Name ?? s.Key, Link: s.To.Partnership is { } p ? $"/partnerships/{p.Code}" : null),
                                .. Row(s.Sum, key => Rows(s.To, key)),
                            ]
                    ),
            ]
        )
        {
            Total = total is null ? null : [new("All"), .. Row(total, key => Rows(filter, key))],
            Notes = await NotesAsync(db, filter, total, today, cancellationToken),
            Chart =
                by == "programme" && sums.Count > 0
                    ? new(ChartKind.Bar, [Index("Allocated"), Index("Spent"), Index("Likely spending")], "£")
                    : null,
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

    /// <summary>What must be known beside the figures: missing returns, what is on paper, and what was spent across 31 March.</summary>
    public static async Task<IReadOnlyList<Cell>> NotesAsync(
        ReportingContext db,
        ReportFilter filter,
        Sum? total,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var notes = new List<Cell>();
        var missing = await OverdueReport.NotIn(db, filter, today).CountAsync(cancellationToken);
        if (missing > 0)
            notes.Add(
                new(
                    missing == 1
                        ? "1 return is overdue: see what is assumed for it"
                        : $"{missing:N0} returns are overdue: see what is assumed for them",
                    Link: (filter with { Of = null }).Address("underspend")
                )
            );
        if (total is { PaperQuarters: > 0 })
            notes.Add(
                new(
                    $"{(total.PaperQuarters == 1 ? "1 quarter was" : $"{total.PaperQuarters:N0} quarters were")} reported on paper: what "
                        + "was spent in them is not in these figures, and the money that is left is assumed spent"
                )
            );
        if (total is { Across: > 0 })
            notes.Add(
                new(
                    $"Annuality: {Annuality.Fact(new(total.Across), filter.Year!.Value)} without an approval to move it",
                    Link: Rows(filter, "spent-across-31-march")
                )
            );
        return notes;
    }

    /// <summary>A sum's cells; the function says where the rows behind a column are.</summary>
    public static IReadOnlyList<Cell> Row(Sum sum, Func<string, string?> rows)
    {
        IReadOnlyList<Cell> cells =
        [
            Of(sum.Original),
            Of(sum.Cut),
            Of(sum.Added),
            Of(sum.MovedIn),
            Of(sum.MovedOut),
            Of(sum.MovedWithin),
            Of(sum.Allocated),
            Cell.Reported(new(sum.Actual), sum.PaperQuarters),
            Of(sum.Across),
            Cell.Of(sum.PaperQuarters),
            Of(sum.Forecast),
            Of(sum.Assumed),
            Of(sum.Outturn),
            Of(sum.Underspend),
            Of(sum.Overspend),
            Of(sum.ActualChallenged),
        ];
        return [.. cells.Select((cell, i) => cell.Value is 0m or 0L ? cell : cell with { Link = rows(Columns[i].Key) })];

        static Cell Of(long pence) => Cell.Of(new Money(pence));
    }

    private static string Rows(ReportFilter to, string key) => (to with { Of = key }).Address(key == "assumed" ? "underspend" : "grants");

    private static int Index(string column) => Columns.ToList().FindIndex(c => c.Text == column) + 1;

    private static Column Amount(string text) => new(text, true, true);

    private ReportFilter Narrowed(ReportFilter filter, string key) =>
        by == "partnership" ? filter with { Partnership = Partnership.Find(key) } : filter with { Programme = key };
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
    // What each column holds, for its order and for leaving out rows of nothing.
    private static readonly Dictionary<string, Expression<Func<GrantOfYear, Money>>> Amounts = new()
    {
        ["granted-at-first"] = g => g.Year.Original,
        ["cut"] = g => g.Year.Cut,
        ["added"] = g => g.Year.Added,
        ["moved-in-from-other-years"] = g => g.Year.MovedIn,
        ["moved-out-to-other-years"] = g => g.Year.MovedOut,
        ["moved-within-the-year"] = g => g.Year.MovedWithin,
        ["allocated"] = g => g.Year.Allocated,
        ["spent"] = g => g.Year.Actual,
        ["spent-across-31-march"] = g => g.Year.Across,
        ["forecast"] = g => g.Year.Forecast,
        ["assumed"] = g => g.Year.Assumed,
        ["likely-underspend"] = g => g.Year.Underspend,
        ["likely-overspend"] = g => g.Year.Overspend,
    };

    private const string OnPaper = "quarters-on-paper";

    public string Name => "grants";
    public string Title => "Money by grant";
    public string About => "The same for each grant.";
    public bool IsOfAYear => true;

    public bool IsNarrowedBy(string filter, string value) =>
        filter == "grant" || (filter == "of" && (value == OnPaper || MoneyReport.Columns.Any(c => c.Key == value)));

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var years = With(Of(db, filter), filter.Of);
        var count = await years.CountAsync(cancellationToken);
        // Of the rows that are listed; the message is about all of the year.
        var total = count == 0 ? null : Sum.Total((await years.Select(g => g.Year).ToListAsync(cancellationToken)).Select(Sum.Of));
        var all = (await db.MoneyAsync(filter, "year", cancellationToken)).Select(s => s.Sum).SingleOrDefault();
        var listing = new Listing<GrantOfYear>(g => g.Year.Partnership, g => g.Year.GrantId)
            .Column(
                "Partnership",
                g => new(g.Year.Partnership.Name, Link: $"/partnerships/{g.Year.Partnership.Code}"),
                g => g.Year.Partnership
            )
            .Column("Grant", g => new($"{g.Grant.Reference} {g.Grant.Title}", Link: g.Address), g => g.Grant.Reference);
        for (var i = 0; i < MoneyReport.Columns.Count; i++)
        {
            var (index, column) = (i, MoneyReport.Columns[i]);
            listing.Column(
                column,
                g => MoneyReport.Row(Sum.Of(g.Year), g.Behind)[index],
                Amounts.TryGetValue(column.Key, out var amount) ? Boxed(amount) : null
            );
        }
        var report = await listing.ReadAsync(years, count, MoneyReport.Message(filter, all), filter, page, cancellationToken);
        return report with
        {
            Total = total is null ? null : [new("All"), new(""), .. MoneyReport.Row(total, _ => null)],
            Notes = await MoneyReport.NotesAsync(db, filter, all, today, cancellationToken),
        };
    }

    /// <summary>The grants that have money for the filter's year.</summary>
    public static IQueryable<GrantOfYear> Of(ReportingContext db, ReportFilter filter)
    {
        var years = db.GrantYears.AsNoTracking().Where(y => y.Year == filter.Year);
        if (filter.Partnership is { } partnership)
            years = years.Where(y => y.Partnership == partnership);
        if (filter.Programme is { } programme)
            years = years.Where(y => y.Programme == programme);
        var grants = years.Join(db.Grants, y => y.GrantId, g => g.Id, (y, g) => new GrantOfYear { Year = y, Grant = g });
        return filter.Grant is { } grant ? grants.Where(g => g.Grant.Reference == grant) : grants;
    }

    // Without a figure that was opened, rows of which every figure is nothing are left out.
    private static IQueryable<GrantOfYear> With(IQueryable<GrantOfYear> years, string? of) =>
        of switch
        {
            "spent" => years.Where(g => g.Year.Actual != Money.Zero || g.Year.PaperQuarters > 0),
            OnPaper => years.Where(g => g.Year.PaperQuarters > 0),
            not null when Amounts.TryGetValue(of, out var amount) => years.Where(IsSome(amount)),
            _ => years.Where(g =>
                g.Year.Original != Money.Zero
                || g.Year.Allocated != Money.Zero
                || g.Year.Actual != Money.Zero
                || g.Year.Forecast != Money.Zero
                || g.Year.Assumed != Money.Zero
                || g.Year.PaperQuarters > 0
            ),
        };

    private static Expression<Func<GrantOfYear, bool>> IsSome(Expression<Func<GrantOfYear, Money>> amount) =>
        Expression.Lambda<Func<GrantOfYear, bool>>(Expression.NotEqual(amount.Body, Expression.Constant(Money.Zero)), amount.Parameters);

    private static Expression<Func<GrantOfYear, object?>> Boxed(Expression<Func<GrantOfYear, Money>> amount) =>
        Expression.Lambda<Func<GrantOfYear, object?>>(Expression.Convert(amount.Body, typeof(object)), amount.Parameters);
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

    /// <summary>Where the rows behind a column of money are; null where the column itself is worked out from others.</summary>
    public string? Behind(string column) =>
        column switch
        {
            "granted-at-first" or "cut" or "added" or "allocated" => Address,
            "moved-in-from-other-years" or "moved-out-to-other-years" or "moved-within-the-year" => Address,
            "spent" => Rows("figures", Said.Spent),
            "forecast" => Rows("figures", Said.Forecast),
            "assumed" => new ReportFilter
            {
                Year = Year.Year,
                Grant = Grant.Reference,
                Of = "assumed",
            }.Address("underspend"),
            _ => null,
        };
}
