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
        var addresses = await db
            .Returns.AsNoTracking()
            .Where(r => r.GrantId == found.Id)
            .ToDictionaryAsync(r => r.Id, r => r.Address, cancellationToken);
        var wanted = figures
            .Where(f =>
                (filter.Year is null || f.About.Year == filter.Year)
                && (filter.Quarter is null || f.About == filter.Quarter)
                && (filter.Indicator is null || f.Name == filter.Indicator)
                && (filter.Intervention is null || Of(f)?.Name == filter.Intervention)
                && (filter.Said != Said.SpentOnPriorities || Of(f)?.ServesPriority == true)
            )
            .OrderBy(f => f.About)
            .ThenBy(f => f.Quarter)
            .ThenBy(f => f.Number)
            .ToList();
        return new(
            wanted.Count switch
            {
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
            ]
        )
        {
            Notes = wanted.Any(f => f.Measure is Measure.ForecastCapital or Measure.ForecastRevenue)
                ? [new("Of several forecasts for a quarter the last one counts, until the quarter’s own return is in.")]
                : [],
        };

        Intervention? Of(Figure figure) => figure.InterventionId is { } id ? interventions.GetValueOrDefault(id) : null;
    }

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
