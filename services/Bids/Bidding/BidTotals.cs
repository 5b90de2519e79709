using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>What a bid adds up to, against what its round expects.</summary>
internal static class BidTotals
{
    /// <param name="content">The bid.</param>
    /// <param name="round">The round, which says what is expected.</param>
    /// <param name="share">The share over all the partnership's bids in the round; null for this bid alone.</param>
    public static IEnumerable<(string Key, string Value)> Of(BidContent content, Round round, PriorityShare? share = null)
    {
        yield return (
            "Asked for in all",
            round.CapPerBid is not { } cap ? content.Total.ToString()
            : content.Total > cap ? $"{content.Total}: {content.Total - cap} more than the {cap} that a bid may ask for"
            : $"{content.Total}, of at most {cap}"
        );
        foreach (var year in round.FundingYears)
        {
            var lines = content.Interventions.SelectMany(i => i.Budget).Where(l => l.Year == year).ToList();
            yield return (
                $"In {year}",
                $"{lines.Sum(l => l.Amount)} (revenue {Spent(lines, SpendKind.Revenue)}, capital {Spent(lines, SpendKind.Capital)})"
            );
        }
        yield return ("Match funding", Match(content, round));
        var alone = PriorityShare.Of(content, round);
        if (!(share ?? alone).IsSaid)
            yield break;
        yield return ("For priorities of the Problem Profile", share is { Bids: 1 } ? share.Words : alone.Figures);
        if (share is null && round.PriorityPercent > 0)
            yield return ("Share for priorities", $"The round expects {round.PriorityPercent}% over all bids of a partnership");
        if (share is { Bids: > 1 })
            yield return ($"For priorities in all {share.Bids} bids of the partnership in this round", share.Words);
    }

    /// <summary>"£10,000 of match for £20,000 asked: 50%", and whether the round expects more.</summary>
    public static string Match(BidContent content, Round round)
    {
        var (match, asked) = (content.MatchTotal, content.Total);
        var ratio =
            $"{match} of match for {asked} asked"
            + (asked > Money.Zero ? $": {Percentage.Of(match.Pence, asked.Pence, round.MatchPercent)}" : "");
        if (round.MatchPercent == 0 || asked == Money.Zero)
            return ratio;
        return ratio
            + (
                Reaches(match, asked, round.MatchPercent)
                    ? $". This reaches the {round.MatchPercent}% that the round expects"
                    : $". The round expects {round.MatchPercent}%"
            );
    }

    // In pence, so that 49.6% does not count as 50%.
    private static bool Reaches(Money part, Money whole, int percent) => part.Pence * 100m >= whole.Pence * (decimal)percent;

    private static Money Spent(IEnumerable<BudgetLine> lines, SpendKind kind) => lines.Where(l => l.Kind == kind).Sum(l => l.Amount);
}
