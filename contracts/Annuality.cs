namespace Platform.Contracts;

/// <summary>Money of one funding year that was spent after it ended.</summary>
/// <param name="InterventionId">The intervention, by id.</param>
/// <param name="Year">The year in which it was spent.</param>
/// <param name="Amount">How much.</param>
public sealed record SpentAcross(Guid InterventionId, FinancialYear Year, Money Amount);

/// <summary>Spending of an intervention in one year.</summary>
/// <param name="InterventionId">The intervention, by id.</param>
/// <param name="Year">The year in which it was spent.</param>
/// <param name="Amount">How much.</param>
public sealed record SpentIn(Guid InterventionId, FinancialYear Year, Money Amount);

/// <summary>HM Treasury's annuality: money of one financial year is not spent in the next without an approval.</summary>
public static class Annuality
{
    /// <summary>"£6,000 of what was spent in 2025/26 is money from an earlier year, spent across 31 March"</summary>
    public static string Fact(Money amount, FinancialYear year) =>
        $"{amount} of what was spent in {year} is money from an earlier year, spent across 31 March";

    /// <summary>The fact, and what it needs: "... It needs an approval to move money between years"</summary>
    public static string InWords(Money amount, FinancialYear year) =>
        $"{Fact(amount, year)}. It needs an approval to move money between years";

    /// <summary>
    /// What was spent across 31 March: what an intervention spent in a year above that year's money, as far as its earlier years had left
    /// money. More than that is overspent, and not across.
    /// </summary>
    public static IReadOnlyList<SpentAcross> Of(IReadOnlyList<Intervention> granted, IReadOnlyList<SpentIn> spent)
    {
        var across = new List<SpentAcross>();
        foreach (var intervention in spent.GroupBy(s => s.InterventionId))
        {
            var budget = granted.Where(i => i.Id == intervention.Key).SelectMany(i => i.Budget).ToList();
            var last = intervention.Max(s => s.Year);
            var left = Money.Zero;
            foreach (
                var year in budget
                    .Select(b => b.Year)
                    .Concat(intervention.Select(s => s.Year))
                    .Distinct()
                    .Order()
                    .Where(y => y.Start <= last.Start)
            )
            {
                var more =
                    intervention.Where(s => s.Year == year).Sum(s => s.Amount) - budget.Where(b => b.Year == year).Sum(b => b.Amount);
                var late = more < left ? more : left;
                if (late > Money.Zero)
                    across.Add(new(intervention.Key, year, late));
                left -= late;
            }
        }
        return across;
    }
}
