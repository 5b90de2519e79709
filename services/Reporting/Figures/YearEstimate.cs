using Platform.Contracts;

namespace Platform.Reporting.Figures;

/// <summary>What is known about one quarter of a grant's year.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="IsSaid">Whether its return is in, or not required because there is nothing to report.</param>
/// <param name="Spent">What was spent in it, according to the returns that are in, corrections included.</param>
/// <param name="Forecast">What the last earlier return forecast for it; null where none did.</param>
/// <param name="ForecastBy">The quarter of that return.</param>
internal sealed record QuarterSaid(Quarter Quarter, bool IsSaid, Money Spent, Money? Forecast = null, Quarter? ForecastBy = null);

/// <summary>What counts as spent in a quarter whose return is not in.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Amount">How much counts as spent.</param>
/// <param name="From">The quarter whose return forecast it; null where the money left in the year is spread evenly.</param>
internal sealed record Assumption(Quarter Quarter, Money Amount, Quarter? From);

/// <summary>
/// Estimates a grant's year. For a quarter without a return, what the last return before it forecast counts as spent. Where there is no
/// forecast either, the money left counts as spent, evenly over those quarters: what nobody has reported is not called underspent. A
/// quarter that was reported on paper is one of them.
/// </summary>
internal sealed record YearEstimate(Money Actual, Money Forecast, Money Assumed, IReadOnlyList<Assumption> Assumptions)
{
    public static YearEstimate Of(Money allocated, IReadOnlyList<QuarterSaid> quarters)
    {
        var actual = quarters.Sum(q => q.Spent);
        var waiting = quarters.Where(q => !q.IsSaid).OrderBy(q => q.Quarter).ToList();
        var forecast = waiting.Sum(q => q.Forecast ?? Money.Zero);
        var silent = waiting.Where(q => q.Forecast is null).ToList();
        var left = allocated - actual - forecast;
        // If the year has no returns yet, all its money counts as spent.
        var assumed = left > Money.Zero && (silent.Count > 0 || quarters.Count == 0) ? left : Money.Zero;
        var assumptions = waiting
            .Select(q => new Assumption(q.Quarter, q.Forecast ?? Share(assumed, silent.Count, silent.IndexOf(q)), q.ForecastBy))
            .ToList();
        return new(actual, forecast, assumed, assumptions);
    }

    // Odd pence go to the last.
    private static Money Share(Money whole, int parts, int index) =>
        new(whole.Pence / parts + (index == parts - 1 ? whole.Pence % parts : 0));
}
