using Platform.Contracts;

namespace Platform.Bids.Assessments;

/// <summary>A round's bids in order of agreed score, and how far the money goes.</summary>
/// <param name="Ranked">Best first; those below the threshold after the others.</param>
/// <param name="Unassessed">Those with nothing agreed yet.</param>
internal sealed record Ranking(IReadOnlyList<RankedBid> Ranked, IReadOnlyList<Bid> Unassessed)
{
    public static Ranking Of(Round round, IReadOnlyList<Bid> bids, IReadOnlyList<Moderation> moderations)
    {
        var agreed = moderations.ToDictionary(m => m.BidId);
        var order = bids.Where(b => agreed.ContainsKey(b.Id))
            .Select(b => (Bid: b, agreed[b.Id].Percent, agreed[b.Id].Total))
            .OrderByDescending(b => b.Percent)
            .ThenBy(b => b.Bid.Reference, StringComparer.Ordinal)
            .ToList();
        var ranked = new List<RankedBid>();
        var running = Money.Zero;
        var isMoneyLeft = true;
        foreach (var (bid, percent, recommended) in order)
        {
            var place = 1 + order.Count(o => o.Percent > percent);
            var meets = percent >= round.ThresholdPercent;
            if (meets)
                running += recommended;
            // The money ends at the first bid that does not fit: a smaller one further down does not get it instead.
            isMoneyLeft &= round.Available is not { } available || running <= available;
            ranked.Add(
                new(
                    place,
                    order.Count(o => o.Percent == percent) > 1,
                    bid,
                    percent,
                    recommended,
                    meets ? running : null,
                    meets,
                    meets && isMoneyLeft
                )
            );
        }
        return new(ranked, [.. bids.Where(b => !agreed.ContainsKey(b.Id)).OrderBy(b => b.Reference, StringComparer.Ordinal)]);
    }
}

/// <summary>A bid's place.</summary>
/// <param name="Place">1 for the best; bids with the same percentage share a place.</param>
/// <param name="IsTied">Whether another bid has the same percentage.</param>
/// <param name="Bid">The bid.</param>
/// <param name="Percent">What was agreed.</param>
/// <param name="Recommended">What was recommended in all.</param>
/// <param name="Running">What is recommended for it and every bid above it; null below the threshold.</param>
/// <param name="MeetsThreshold">Whether its percentage reaches the round's threshold.</param>
/// <param name="IsAffordable">Whether the round's money reaches down to it.</param>
internal sealed record RankedBid(
    int Place,
    bool IsTied,
    Bid Bid,
    decimal Percent,
    Money Recommended,
    Money? Running,
    bool MeetsThreshold,
    bool IsAffordable
);
