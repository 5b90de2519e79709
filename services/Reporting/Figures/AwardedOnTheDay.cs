using Platform.Contracts;

namespace Platform.Reporting.Figures;

/// <summary>What the commissioner awarded on the day of the decision.</summary>
internal static class AwardedOnTheDay
{
    /// <summary>
    /// What was promised at first, less what the award itself took off: a first variation with the award's own record and day (seed 001).
    /// </summary>
    public static Money Awarded(this GrantDetails grant, DateOnly? madeOn) =>
        GrantTargets.AtFirst(grant).Sum(i => i.Total)
        - grant
            .Variations.Where(v => v.Number == 1 && v.DecisionReference == grant.DecisionReference && v.On == madeOn)
            .SelectMany(v => v.Amounts)
            .Sum(a => a.From - a.To);
}
