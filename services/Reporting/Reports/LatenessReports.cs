using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>How punctual each partnership was in a year: a league, worst first.</summary>
internal sealed class LatenessReport(ReportingContext db) : IReport
{
    public string Name => "lateness";
    public string Title => "Lateness by partnership";
    public string About => "How many returns of a year came in on time, how late the others were, and which are still missing.";
    public bool IsOfAYear => true;

    public bool IsNarrowedBy(string filter, string value) => filter == "grant";

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var counts = await Of(db, filter)
            .GroupBy(p => p.Partnership)
            .Select(g => new
            {
                Partnership = g.Key,
                In = g.Sum(p => p.OnTime + p.Late),
                OnTime = g.Sum(p => p.OnTime),
                Late = g.Sum(p => p.Late),
                Days = g.Sum(p => p.WorkingDaysLate),
            })
            .ToListAsync(cancellationToken);
        var overdue = await OverdueReport
            .NotIn(db, filter, today)
            .GroupBy(r => r.Partnership)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var league = counts
            .Select(c => new
            {
                c.Partnership,
                c.In,
                c.OnTime,
                c.Late,
                c.Days,
                Missing = overdue.GetValueOrDefault(c.Partnership),
            })
            .Where(c => c.In + c.Missing > 0)
            .OrderBy(c => c.OnTime / (decimal)(c.In + c.Missing))
            .ThenByDescending(c => c.Missing)
            .ThenBy(c => c.Partnership.Name)
            .ToList();
        var (due, onTime) = (league.Sum(c => c.In + c.Missing), league.Sum(c => c.OnTime));
        return new(
            due == 0
                ? $"No return of {filter.Year} has been due yet."
                : $"{onTime:N0} of {due:N0} returns of {filter.Year} came in on time.",
            [
                new("Partnership", CanSort: true),
                new("Were due or came in", true, true),
                new("On time", true, true),
                new("On time, share", true, true),
                new("Late", true, true),
                new("Working days late, on average", true, true),
                new("Missing", true, true),
            ],
            [
                .. league.Select(c =>
                    (IReadOnlyList<Cell>)
                        [
                            new(c.Partnership.Name, Link: $"/partnerships/{c.Partnership.Code}"),
                            Cell.Of(c.In + c.Missing, Rows(c.Partnership, Came.InOrDue)),
                            Cell.Of(c.OnTime, Rows(c.Partnership, Came.OnTime)),
                            Cell.Share(c.OnTime, c.In + c.Missing, Rows(c.Partnership, Came.InOrDue)),
                            Cell.Of(c.Late, Rows(c.Partnership, Came.Late)),
                            Average(c.Days, c.Late, Rows(c.Partnership, Came.Late)),
                            Cell.Of(c.Missing, (filter with { Partnership = c.Partnership, Came = Came.NotIn }).Address("overdue")),
                        ]
                ),
            ]
        )
        {
            Total =
                due == 0
                    ? null
                    :
                    [
                        new("All"),
                        Cell.Of(due, Rows(filter.Partnership, Came.InOrDue)),
                        Cell.Of(onTime, Rows(filter.Partnership, Came.OnTime)),
                        Cell.Share(onTime, due, Rows(filter.Partnership, Came.InOrDue)),
                        Cell.Of(league.Sum(c => c.Late), Rows(filter.Partnership, Came.Late)),
                        Average(league.Sum(c => c.Days), league.Sum(c => c.Late), Rows(filter.Partnership, Came.Late)),
                        Cell.Of(league.Sum(c => c.Missing), (filter with { Came = Came.NotIn }).Address("overdue")),
                    ],
        };

        string Rows(Partnership? of, Came came) => (filter with { Partnership = of, Came = came }).Address("returns");
    }

    /// <summary>How many working days late those that came in late were, on average; a dash where none was.</summary>
    public static Cell Average(int days, int late, string? link) =>
        late == 0 ? Cell.None : new(Math.Round(days / (decimal)late, 1).ToString("0.#", null), Math.Round(days / (decimal)late, 1), link);

    public static IQueryable<Punctuality> Of(ReportingContext db, ReportFilter filter)
    {
        var rows = db.Punctuality.AsNoTracking();
        if (filter.Partnership is { } partnership)
            rows = rows.Where(p => p.Partnership == partnership);
        if (filter.Programme is { } programme)
            rows = rows.Where(p => p.Programme == programme);
        if (filter.Year is not { } year)
            return rows;
        Quarter[] quarters = [.. Quarter.Covering(year.From, year.To)];
        return rows.Where(p => quarters.Contains(p.Quarter));
    }
}

/// <summary>The same, quarter by quarter, over recent years.</summary>
internal sealed class TrendReport(ReportingContext db) : IReport
{
    private const int Years = 3;

    public string Name => "trend";
    public string Title => "Lateness over time";
    public string About => "The share of returns that came in on time, quarter by quarter.";
    public bool IsOfAYear => false;

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        // A year in the filter is the last one shown.
        var last = filter.Year ?? FinancialYear.Of(today);
        Quarter[] quarters = [.. Quarter.Covering(new FinancialYear(last.Start - Years + 1).From, last.To).Where(q => q.To < today)];
        var counts = await LatenessReport
            .Of(db, filter with { Year = null })
            .Where(p => quarters.Contains(p.Quarter))
            .GroupBy(p => p.Quarter)
            .Select(g => new
            {
                Quarter = g.Key,
                Returns = g.Sum(p => p.Returns),
                OnTime = g.Sum(p => p.OnTime),
                Late = g.Sum(p => p.Late),
            })
            .ToListAsync(cancellationToken);
        var rows = counts.Where(c => c.Returns > 0).OrderBy(c => c.Quarter).ToList();
        return new(
            Message([.. rows.Select(r => (r.Quarter, r.OnTime, r.Returns))]),
            [
                new("Quarter", CanSort: true),
                new("Returns", true, true),
                new("On time", true, true),
                new("On time, share", true, true),
                new("Late", true, true),
                new("Not in", true, true),
            ],
            [
                .. rows.Select(r =>
                    (IReadOnlyList<Cell>)
                        [
                            new(r.Quarter.Label, r.Quarter, Link: (filter with { Year = r.Quarter.Year }).Address("lateness")),
                            Cell.Of(r.Returns, Rows(r.Quarter)),
                            Cell.Of(r.OnTime, Rows(r.Quarter, Came.OnTime)),
                            Cell.Share(r.OnTime, r.Returns, Rows(r.Quarter)),
                            Cell.Of(r.Late, Rows(r.Quarter, Came.Late)),
                            Cell.Of(r.Returns - r.OnTime - r.Late, Rows(r.Quarter, Came.NotIn)),
                        ]
                ),
            ]
        )
        {
            Chart = rows.Count > 1 ? new(ChartKind.Line, [3], "%") : null,
            Total =
                rows.Count == 0
                    ? null
                    :
                    [
                        new("All"),
                        Cell.Of(rows.Sum(r => r.Returns)),
                        Cell.Of(rows.Sum(r => r.OnTime)),
                        Cell.Share(rows.Sum(r => r.OnTime), rows.Sum(r => r.Returns)),
                        Cell.Of(rows.Sum(r => r.Late)),
                        Cell.Of(rows.Sum(r => r.Returns - r.OnTime - r.Late)),
                    ],
        };

        string Rows(Quarter of, Came? came = null) => (filter with { Year = of.Year, Quarter = of, Came = came }).Address("returns");
    }

    private static string Message(IReadOnlyList<(Quarter Quarter, int OnTime, int Returns)> rows) =>
        rows switch
        {
            [] => "No quarter with returns is over yet.",
            [.., var last] =>
                $"{Cell.Share(last.OnTime, last.Returns).Text} of the returns for quarter {last.Quarter.Number} {last.Quarter.Year} came "
                    + "in on time"
                    + (
                        rows.Count == 1
                            ? "."
                            : $"; for quarter {rows[^2].Quarter.Number} {rows[^2].Quarter.Year} it was "
                                + $"{Cell.Share(rows[^2].OnTime, rows[^2].Returns).Text}."
                    ),
        };
}
