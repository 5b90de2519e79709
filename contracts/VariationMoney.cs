namespace Platform.Contracts;

/// <summary>Money that is moved from one funding year to another.</summary>
/// <param name="From">The year that loses it.</param>
/// <param name="To">The year that gets it.</param>
/// <param name="Amount">How much, above £0.</param>
public sealed record YearMove(FinancialYear From, FinancialYear To, Money Amount);

/// <summary>What a variation does to the money of one funding year; the five together are the difference of its total.</summary>
/// <param name="Year">The funding year.</param>
/// <param name="Cut">What is taken from the grant.</param>
/// <param name="Added">What the grant gets on top.</param>
/// <param name="MovedOut">What is moved to other years.</param>
/// <param name="MovedIn">What is moved from other years.</param>
/// <param name="MovedWithin">What is moved between interventions, or between capital and revenue, inside the year.</param>
public sealed record YearChange(FinancialYear Year, Money Cut, Money Added, Money MovedOut, Money MovedIn, Money MovedWithin);

/// <summary>Tells money that a variation takes away or adds from money that it only moves.</summary>
public static class VariationMoney
{
    /// <summary>
    /// What moves between years: what one year loses in all, as far as others get it. Named moves come first; the rest is taken from the
    /// earliest year that loses money.
    /// </summary>
    public static IReadOnlyList<YearMove> Moves(IEnumerable<AmountChange> amounts, IEnumerable<YearMove>? named = null)
    {
        var left = amounts.GroupBy(a => a.Year).ToDictionary(y => y.Key, y => y.Sum(a => a.To - a.From));
        var moves = new List<YearMove>();
        foreach (var move in named ?? [])
            Take(move.From, move.To, move.Amount);
        foreach (var from in left.Keys.Order().ToList())
        foreach (var to in left.Keys.Order().ToList())
            Take(from, to, Money.Largest);
        return
        [
            .. moves
                .GroupBy(m => (m.From, m.To))
                .Select(m => new YearMove(m.Key.From, m.Key.To, m.Sum(x => x.Amount)))
                .OrderBy(m => m.From)
                .ThenBy(m => m.To),
        ];

        void Take(FinancialYear from, FinancialYear to, Money most)
        {
            var amount = Least(most, Least(Money.Zero - left.GetValueOrDefault(from), left.GetValueOrDefault(to)));
            if (amount <= Money.Zero)
                return;
            left[from] += amount;
            left[to] -= amount;
            moves.Add(new(from, to, amount));
        }
    }

    /// <summary>Year by year, the oldest first.</summary>
    public static IReadOnlyList<YearChange> ByYear(this Variation variation) =>
        [
            .. from year in variation.Amounts.GroupBy(a => a.Year).OrderBy(y => y.Key)
            let less = year.Where(a => a.To < a.From).Sum(a => a.From - a.To)
            let more = year.Where(a => a.To > a.From).Sum(a => a.To - a.From)
            let within = Least(less, more)
            let movedOut = variation.Moves.Where(m => m.From == year.Key).Sum(m => m.Amount)
            let movedIn = variation.Moves.Where(m => m.To == year.Key).Sum(m => m.Amount)
            select new YearChange(year.Key, less - within - movedOut, more - within - movedIn, movedOut, movedIn, within),
        ];

    /// <summary>What a variation moves between funding years and adds to them: what a decision must have named.</summary>
    public static IEnumerable<DecidedMove> Raises(this Variation variation, string grant) =>
        variation
            .Moves.Select(m => new DecidedMove(grant, m.From, m.To, m.Amount))
            .Concat(variation.ByYear().Where(y => y.Added > Money.Zero).Select(y => new DecidedMove(grant, null, y.Year, y.Added)));

    private static Money Least(Money a, Money b) => a < b ? a : b;
}
