using Platform.Contracts;

namespace Platform.Reporting.Figures;

/// <summary>What a grant's returns add up to, year by year.</summary>
internal sealed record GrantSum(IReadOnlyList<GrantYear> Years, IReadOnlyList<(ReturnRow Line, Assumption? Assumption)> Assumed)
{
    public static GrantSum Of(
        Guid id,
        GrantDetails grant,
        int priorityPercent,
        IReadOnlyList<ReturnRow> returns,
        IReadOnlyList<Figure> figures
    )
    {
        var original = GrantTargets.AtFirst(grant);
        var priorities = grant.Interventions.Concat(original).Where(i => i.ServesPriority).Select(i => i.Id).ToHashSet();
        var said = returns.OrderBy(r => r.Quarter).Select(r => Said(r, figures)).ToList();
        var years = grant
            .Interventions.Concat(original)
            .SelectMany(i => i.Budget)
            .Select(b => b.Year)
            .Concat(grant.Match.Select(m => m.Year))
            .Concat(returns.Select(r => r.Quarter.Year))
            .Concat(figures.Select(f => f.About.Year))
            .Distinct()
            .Order()
            .ToList();
        var changes = grant.Variations.SelectMany(v => v.ByYear()).ToLookup(c => c.Year);
        var across = Annuality.Of(
            [.. grant.Interventions],
            [
                .. figures
                    .Where(f => f.InterventionId is not null && f.Measure is Measure.Capital or Measure.Revenue)
                    .Select(f => new SpentIn(f.InterventionId!.Value, f.About.Year, new Money(f.Amount))),
            ]
        );
        Money OnPriorities(IEnumerable<Figure> some) =>
            Spent(some.Where(f => f.InterventionId is { } intervention && priorities.Contains(intervention)));
        var sums = new List<GrantYear>();
        var assumptions = new Dictionary<Quarter, Assumption>();
        foreach (var year in years)
        {
            var allocated = Budget(grant.Interventions, year);
            var ofYear = figures.Where(f => f.About.Year == year).ToList();
            var actual = Spent(ofYear);
            var estimate = YearEstimate.Of(allocated, [.. said.Where(q => q.Quarter.Year == year)]);
            foreach (var assumption in estimate.Assumptions)
                assumptions[assumption.Quarter] = assumption;
            sums.Add(
                new()
                {
                    GrantId = id,
                    Year = year,
                    Partnership = grant.Partnership,
                    Programme = grant.Programme,
                    Original = Budget(original, year),
                    Cut = changes[year].Sum(c => c.Cut),
                    Added = changes[year].Sum(c => c.Added),
                    MovedIn = changes[year].Sum(c => c.MovedIn),
                    MovedOut = changes[year].Sum(c => c.MovedOut),
                    MovedWithin = changes[year].Sum(c => c.MovedWithin),
                    Allocated = allocated,
                    Actual = actual,
                    ActualChallenged = Spent(ofYear.Where(f => f.IsChallenged)),
                    PriorityChallenged = OnPriorities(ofYear.Where(f => f.IsChallenged)),
                    MatchChallenged = Match(ofYear.Where(f => f.IsChallenged)),
                    Across = across.Where(a => a.Year == year).Sum(a => a.Amount),
                    PaperQuarters = returns.Count(r => r.OnPaper && r.Quarter.Year == year),
                    Forecast = estimate.Forecast,
                    Assumed = estimate.Assumed,
                    PriorityAllocated = Budget(grant.Interventions.Where(i => i.ServesPriority), year),
                    PriorityPercent = priorityPercent,
                    PriorityActual = OnPriorities(ofYear),
                    MatchPromised = grant.Match.Where(m => m.Year == year).Sum(m => m.Amount),
                    MatchReceived = Match(ofYear),
                    MatchPercent = grant.MatchPercent,
                    Underspend = Above(allocated, actual + estimate.Forecast + estimate.Assumed),
                    Overspend = Above(actual + estimate.Forecast + estimate.Assumed, allocated),
                }
            );
        }
        return new(sums, [.. returns.Select(r => (r, IsSaid(r) ? null : assumptions.GetValueOrDefault(r.Quarter)))]);
    }

    /// <summary>
    /// The sum of the quarters, or the last of them, and how much of it is challenged; corrections count in the quarter that they correct.
    /// </summary>
    public static (long Achieved, long Challenged) Achieved(TargetRow target, IEnumerable<Figure> figures)
    {
        var counted = Counted(target, Of(target, figures)).ToList();
        return (counted.Sum(f => f.Amount), counted.Where(f => f.IsChallenged).Sum(f => f.Amount));
    }

    /// <summary>The same year by year, for the years of which something is reported.</summary>
    public static IEnumerable<TargetYear> AchievedByYear(TargetRow target, IEnumerable<Figure> figures) =>
        Of(target, figures)
            .GroupBy(f => f.About.Year)
            .Select(year => new TargetYear
            {
                GrantId = target.GrantId,
                InterventionId = target.InterventionId,
                Indicator = target.Indicator,
                Year = year.Key,
                Achieved = Counted(target, year).Sum(f => f.Amount),
            });

    /// <summary>The figures that count towards a target: all of them or, where quarters do not add up, those of the last.</summary>
    public static IEnumerable<Figure> Counted(TargetRow target, IEnumerable<Figure> ofTarget) =>
        target.Cumulative ? ofTarget : ofTarget.GroupBy(f => f.About).MaxBy(g => g.Key) ?? Enumerable.Empty<Figure>();

    /// <summary>
    /// The forecasts that count: of each quarter of which nothing has been reported, those of the last return that forecast it.
    /// </summary>
    public static IEnumerable<Figure> CountedForecasts(IReadOnlyList<ReturnRow> returns, IEnumerable<Figure> figures) =>
        from line in returns.Where(r => !IsSaid(r))
        let last = LastForecast(line, figures)
        where last is not null
        from figure in last
        select figure;

    private static IEnumerable<Figure> Of(TargetRow target, IEnumerable<Figure> figures) =>
        figures.Where(f => f.Measure == Measure.Achieved && f.InterventionId == target.InterventionId && f.Name == target.Indicator);

    private static bool IsSaid(ReturnRow line) => line.FiguresVersion > 0 || (line.State == ReturnState.NotRequired && !line.OnPaper);

    private static IGrouping<Quarter, Figure>? LastForecast(ReturnRow line, IEnumerable<Figure> figures) =>
        figures
            .Where(f =>
                f.Measure is Measure.ForecastCapital or Measure.ForecastRevenue
                && f.About == line.Quarter
                && f.Quarter.CompareTo(line.Quarter) < 0
            )
            .GroupBy(f => f.Quarter)
            .MaxBy(g => g.Key);

    private static QuarterSaid Said(ReturnRow line, IReadOnlyList<Figure> figures)
    {
        var last = LastForecast(line, figures);
        return new(
            line.Quarter,
            IsSaid(line),
            Spent(figures.Where(f => f.About == line.Quarter)),
            last is null ? null : new Money(last.Sum(f => f.Amount)),
            last?.Key
        );
    }

    private static Money Spent(IEnumerable<Figure> figures) =>
        new(figures.Where(f => f.Measure is Measure.Capital or Measure.Revenue).Sum(f => f.Amount));

    private static Money Match(IEnumerable<Figure> figures) =>
        new(figures.Where(f => f.Measure is Measure.MatchCash or Measure.MatchInKind).Sum(f => f.Amount));

    private static Money Above(Money a, Money b) => a > b ? a - b : Money.Zero;

    private static Money Budget(IEnumerable<Intervention> interventions, FinancialYear year) =>
        interventions.SelectMany(i => i.Budget).Where(b => b.Year == year).Sum(b => b.Amount);
}
