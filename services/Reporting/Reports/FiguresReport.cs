using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>What the returns of one grant said: the rows behind its sums. Other reports link to it; it is not in the list.</summary>
internal sealed class FiguresReport(ReportingContext db) : IReport
{
    public string Name => "figures";
    public string Title => "Figures of returns";
    public string About => "What the returns of one grant said, quarter by quarter.";
    public bool IsOfAYear => false;

    public bool IsNarrowedBy(string filter, string value) => filter is "grant" or "intervention" or "indicator" or "quarter" or "said";

    public bool IsOfAGrant => true;

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var found = await db
            .Grants.AsNoTracking()
            .Where(g => g.Reference == filter.Grant)
            .Join(db.GrantDocuments.AsNoTracking(), g => g.Id, d => d.GrantId, (g, d) => new { g.Id, d.Details })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return new("Open a sum of a grant, in Money by grant or Target v achieved, to see what its returns said.", [new("Return")], []);
        var promises = await db.Targets.AsNoTracking().Where(t => t.GrantId == found.Id).ToListAsync(cancellationToken);
        var interventions = GrantTargets
            .AtFirst(found.Details)
            .Concat(found.Details.Interventions)
            .GroupBy(i => i.Id)
            .ToDictionary(i => i.Key, i => i.Last());
        Measure[] measures = Measures(filter.Said);
        var figures = await db
            .Figures.AsNoTracking()
            .Where(f => f.GrantId == found.Id && measures.Contains(f.Measure))
            .ToListAsync(cancellationToken);
        var returns = await db.Returns.AsNoTracking().Where(r => r.GrantId == found.Id).ToListAsync(cancellationToken);
        var addresses = returns.ToDictionary(r => r.Id, r => r.Address);
        var asked = figures
            .Where(f =>
                (filter.Year is null || f.About.Year == filter.Year)
                && (filter.Quarter is null || f.About == filter.Quarter)
                && (filter.Indicator is null || f.Name == filter.Indicator)
                && (filter.Intervention is null || Of(f)?.Name == filter.Intervention)
                && (filter.Said != Said.SpentOnPriorities || Of(f)?.ServesPriority == true)
            )
            .ToList();
        var wanted = Counted(filter.Said, asked, promises, returns)
            .Where(f => f.Amount != 0)
            .OrderBy(f => f.About)
            .ThenBy(f => f.Quarter)
            .ThenBy(f => f.Number)
            .ToList();
        var paper =
            filter.Said is Said.Forecast
                ? []
                : returns
                    .Where(r => r.OnPaper && (filter.Year is null || r.Quarter.Year == filter.Year))
                    .Where(r => filter.Quarter is null || r.Quarter == filter.Quarter)
                    .OrderBy(r => r.Quarter)
                    .ToList();
        return new(
            wanted.Count switch
            {
                0 when paper.Count > 0 => $"What {filter.Grant} did was reported on paper.",
                0 => $"No return of {filter.Grant} that came in says anything of it.",
                1 => "1 figure of the returns that came in.",
                var count => $"{count:N0} figures of the returns that came in.",
            },
            [
                new("Return", CanSort: true),
                new("Quarter that it is about", CanSort: true),
                new("Intervention", CanSort: true),
                new("What", CanSort: true),
                new("Challenged", CanSort: true),
                new("Reported", true, true),
            ],
            [
                .. wanted.Select(f =>
                    (IReadOnlyList<Cell>)
                        [
                            new($"{filter.Grant} {f.Quarter.Label}", f.Quarter, addresses.GetValueOrDefault(f.ReturnId)),
                            new(QuarterOf(f), f.About),
                            new(Of(f)?.Name ?? "The grant as a whole"),
                            new(What(f)),
                            f.IsChallenged ? new("Challenged: sent back", Colour: "yellow") : new(""),
                            f.Measure == Measure.Achieved ? Cell.Of(f.Amount) : Cell.Of(new Money(f.Amount)),
                        ]
                ),
                .. paper.Select(r =>
                    (IReadOnlyList<Cell>)
                        [
                            new($"{filter.Grant} {r.Quarter.Label}", r.Quarter, r.Address),
                            new(r.Quarter.Label, r.Quarter),
                            new("The grant as a whole"),
                            new("Its return"),
                            new(""),
                            Cell.Reported(0, isOnPaper: true),
                        ]
                ),
            ]
        )
        {
            Total =
                filter.Said is { } said && wanted.Count + paper.Count > 0
                    ? [new("All"), .. Enumerable.Repeat(new Cell(""), 4), Total(said)]
                    : null,
            Notes = Notes(filter.Said, asked.Count(f => f.Amount != 0) - wanted.Count),
        };

        Cell Total(Said said)
        {
            var sum = wanted.Sum(f => f.Amount);
            return said == Said.Achieved ? Cell.Reported(sum, paper.Count > 0) : Cell.Reported(new Money(sum), paper.Count);
        }

        Intervention? Of(Figure figure) => figure.InterventionId is { } id ? interventions.GetValueOrDefault(id) : null;
    }

    // Figures that later ones replaced are left out, so that the rows add up.
    private static IEnumerable<Figure> Counted(
        Said? said,
        IReadOnlyList<Figure> asked,
        IReadOnlyList<TargetRow> promises,
        IReadOnlyList<ReturnRow> returns
    ) =>
        said switch
        {
            Said.Forecast => GrantSum.CountedForecasts(returns, asked),
            Said.Achieved => asked
                .GroupBy(f => (f.InterventionId, f.Name))
                .SelectMany(g =>
                    promises.FirstOrDefault(t => t.InterventionId == g.Key.InterventionId && t.Indicator == g.Key.Name) is { } target
                        ? GrantSum.Counted(target, g)
                        : g
                ),
            _ => asked,
        };

    private static IReadOnlyList<Cell> Notes(Said? said, int replaced) =>
        replaced == 0 ? []
        : said == Said.Forecast
            ? [new("Of several forecasts for a quarter the last one counts, until its own return is in. The others are not listed.")]
        : [new("Its quarters do not add up: the last one counts. The others are not listed.")];

    private static Measure[] Measures(Said? said) =>
        said switch
        {
            Said.Achieved => [Measure.Achieved],
            Said.Spent or Said.SpentOnPriorities => [Measure.Capital, Measure.Revenue],
            Said.Forecast => [Measure.ForecastCapital, Measure.ForecastRevenue],
            Said.Match => [Measure.MatchCash, Measure.MatchInKind],
            _ => Enum.GetValues<Measure>(),
        };

    private static string QuarterOf(Figure figure) =>
        figure.About.Label + (figure.About.CompareTo(figure.Quarter) < 0 ? " (a correction)" : "");

    private static string What(Figure figure) =>
        figure.Measure switch
        {
            Measure.Capital => "Capital spent",
            Measure.Revenue => "Revenue spent",
            Measure.ForecastCapital => "Capital forecast",
            Measure.ForecastRevenue => "Revenue forecast",
            Measure.MatchCash => $"Match funding in cash: {figure.Name}",
            Measure.MatchInKind => $"Match funding in kind: {figure.Name}",
            _ => figure.Name,
        };
}
