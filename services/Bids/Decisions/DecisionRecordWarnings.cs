using Platform.Contracts;

namespace Platform.Bids.Decisions;

/// <summary>An amount asked for, beside the one decided.</summary>
internal sealed record DecisionSum(string Place, FinancialYear Year, Money Asked, Money Decided);

/// <summary>What those who write and sign a record should know. Warnings stop nobody.</summary>
internal static class DecisionRecordWarnings
{
    public static IReadOnlyList<string> Warnings(this DecisionDetails record, IReadOnlyList<CoveredBid> bids, DateOnly today) =>
        [.. All(record, bids, today)];

    /// <summary>The amounts of each bid, year by year.</summary>
    public static IReadOnlyList<DecisionSum> Sums(this DecisionDetails record, IReadOnlyList<CoveredBid> bids) =>
        [
            .. from item in record.Items
            let asked = bids.FirstOrDefault(c => c.Bid.Reference == item.BidReference)
            where asked is not null
            from year in asked.Round.FundingYears
            select new DecisionSum(
                item.Place,
                year,
                asked.Bid.Content.Interventions.SelectMany(i => i.Budget).Where(l => l.Year == year).Sum(l => l.Amount),
                item.Interventions.SelectMany(i => i.Awards).Where(a => a.Year == year).Sum(a => a.Amount)
            ),
        ];

    // What had been promised before and is not any more, as far as the tables say so.
    private static Money Explained(this DecisionDetails record) =>
        record
            .Items.SelectMany(i => i.Interventions)
            .SelectMany(i => i.Awards)
            .Where(a => a.Before > a.Amount)
            .Sum(a => a.Before!.Value - a.Amount);

    private static IEnumerable<string> All(DecisionDetails record, IReadOnlyList<CoveredBid> bids, DateOnly today)
    {
        if (record.Step != DecisionStep.Decided && Start(record, bids) is { } start && start < today)
            yield return $"This would be signed on {London.Plain(today)} for spending from {London.Plain(start)}";
        if (record.Date > today)
            yield return $"Its date, {London.Plain(record.Date)}, is in the future";
        if (record.ReceivedOn > record.Date)
            yield return $"It was received on {London.Plain(record.ReceivedOn.Value)}, after its date of {London.Plain(record.Date)}";
        if (bids.Max(c => c.Bid.SubmittedAt) is { } submitted && record.Date < London.DateOf(submitted))
            yield return $"Its date, {London.Plain(record.Date)}, is before {London.Plain(London.DateOf(submitted))}, when the last of "
                + "the bids was submitted";
        foreach (var sum in record.Sums(bids).Where(s => s.Asked != s.Decided))
            yield return $"{sum.Place} in {sum.Year}: {sum.Decided}, where {sum.Asked} was asked for";
        if (record.Reduction is { } less && record.Explained() is var explained && explained != less)
            yield return explained < less
                ? $"{explained} of the reduction of {less} is explained: the tables do not say where the other {less - explained} was taken"
                : $"The tables take away {explained}, which is more than the reduction of {less}";
        foreach (var other in NotAsRecommended(record, bids))
            yield return other;
        foreach (var more in AboveAsked(record, bids))
            yield return more;
        foreach (var item in record.Items.Where(i => i.Interventions.SelectMany(d => d.Awards).All(a => a.Amount == Money.Zero)))
            yield return $"{item.BidReference} is promised nothing: if it is supported, there will be no grant";
        foreach (var removed in bids.SelectMany(c => Missing(record, c)))
            yield return removed;
    }

    private static IEnumerable<string> NotAsRecommended(DecisionDetails record, IReadOnlyList<CoveredBid> bids) =>
        from item in record.Items
        let agreed = bids.FirstOrDefault(c => c.Bid.Reference == item.BidReference)?.Agreed
        where agreed?.Recommended.Count > 0
        let decided = item.Interventions.SelectMany(i => i.Awards).Sum(a => a.Amount)
        where decided != agreed.Total
        select $"{item.Place}: {decided} in all, where the assessors recommend {agreed.Total}";

    private static IEnumerable<string> AboveAsked(DecisionDetails record, IReadOnlyList<CoveredBid> bids) =>
        from item in record.Items
        from decided in item.Interventions
        let asked = bids.FirstOrDefault(c => c.Bid.Reference == item.BidReference)
            ?.Bid.Content.Interventions.FirstOrDefault(i => i.Id == decided.InterventionId)
        where asked is not null
        from award in decided.Awards
        let sum = asked.Budget.Where(l => l.Year == award.Year && l.Kind == award.Kind).Sum(l => l.Amount)
        where award.Amount > sum
        select $"{item.Place}, {decided.Name} in {award.Year}: {award.Amount} {award.Kind.ToString().ToLowerInvariant()} is more than "
            + $"the {sum} asked for";

    // The bid has interventions that the record lacks, because it was changed after the record was written.
    private static IEnumerable<string> Missing(DecisionDetails record, CoveredBid covered) =>
        from asked in covered.Bid.Content.Interventions
        let item = record.Items.FirstOrDefault(i => i.BidReference == covered.Bid.Reference)
        where item is not null && item.Interventions.All(i => i.InterventionId != asked.Id)
        select $"{item.Place}: the record does not mention {asked.Name}, which the bid asks for";

    private static DateOnly? Start(DecisionDetails record, IReadOnlyList<CoveredBid> bids)
    {
        var starts =
            from item in record.Items
            from award in item.Interventions.SelectMany(i => i.Awards)
            where award.Amount != Money.Zero
            let round = bids.FirstOrDefault(c => c.Bid.Reference == item.BidReference)?.Round
            where round is not null
            select award.Year.From > round.DeliveryFrom ? award.Year.From : round.DeliveryFrom;
        return starts.Select(d => (DateOnly?)d).Min();
    }
}
