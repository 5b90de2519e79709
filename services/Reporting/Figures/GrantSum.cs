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
        var sums = new List<GrantYear>();
        var assumptions = new Dictionary<Quarter, Assumption>();
        foreach (var year in years)
        {
            var allocated = Budget(grant.Interventions, year);
            var ofYear = figures.Where(f => f.About.Year == year).ToList();
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
                    Allocated = allocated,
                    Actual = Spent(ofYear),
                    ActualChallenged = Spent(ofYear.Where(f => f.IsChallenged)),
                    Forecast = estimate.Forecast,
                    Assumed = estimate.Assumed,
                    PriorityAllocated = Budget(grant.Interventions.Where(i => i.ServesPriority), year),
                    PriorityPercent = priorityPercent,
                    PriorityActual = Spent(ofYear.Where(f => f.InterventionId is { } intervention && priorities.Contains(intervention))),
                    MatchPromised = grant.Match.Where(m => m.Year == year).Sum(m => m.Amount),
                    MatchReceived = new(ofYear.Where(f => f.Measure is Measure.MatchCash or Measure.MatchInKind).Sum(f => f.Amount)),
                    MatchPercent = grant.MatchPercent,
                }
            );
        }
        return new(
            sums,
            [
                .. returns.Select(r =>
                    (r, r.FiguresVersion > 0 || r.State == ReturnState.NotRequired ? null : assumptions.GetValueOrDefault(r.Quarter))
                ),
            ]
        );
    }

    /// <summary>
    /// The sum of the quarters, or the last of them, and how much of it is challenged; corrections count in the quarter that they correct.
    /// </summary>
    public static (long Achieved, long Challenged) Achieved(TargetRow target, IEnumerable<Figure> figures)
    {
        var ofTarget = figures
            .Where(f => f.Measure == Measure.Achieved && f.InterventionId == target.InterventionId && f.Name == target.Indicator)
            .ToList();
        if (!target.Cumulative && ofTarget.Count > 0)
            ofTarget = [.. ofTarget.GroupBy(f => f.About).MaxBy(g => g.Key)!];
        return (ofTarget.Sum(f => f.Amount), ofTarget.Where(f => f.IsChallenged).Sum(f => f.Amount));
    }

    private static QuarterSaid Said(ReturnRow line, IReadOnlyList<Figure> figures)
    {
        var last = figures
            .Where(f =>
                f.Measure is Measure.ForecastCapital or Measure.ForecastRevenue
                && f.About == line.Quarter
                && f.Quarter.CompareTo(line.Quarter) < 0
            )
            .GroupBy(f => f.Quarter)
            .MaxBy(g => g.Key);
        return new(
            line.Quarter,
            line.FiguresVersion > 0 || line.State == ReturnState.NotRequired,
            Spent(figures.Where(f => f.About == line.Quarter)),
            last is null ? null : new Money(last.Sum(f => f.Amount)),
            last?.Key
        );
    }

    private static Money Spent(IEnumerable<Figure> figures) =>
        new(figures.Where(f => f.Measure is Measure.Capital or Measure.Revenue).Sum(f => f.Amount));

    private static Money Budget(IEnumerable<Intervention> interventions, FinancialYear year) =>
        interventions.SelectMany(i => i.Budget).Where(b => b.Year == year).Sum(b => b.Amount);
}
