using Platform.Contracts;

namespace Platform.Bids.Model;

/// <summary>What a bid adds up to, against what its round expects.</summary>
internal static class BidTotals
{
    public static IEnumerable<(string Key, string Value)> Of(BidContent content, Round round)
    {
        yield return ("Asked for in all", round.CapPerBid is not { } cap ? content.Total.ToString()
            : content.Total > cap ? $"{content.Total}: {content.Total - cap} more than the {cap} that a bid may ask for"
            : $"{content.Total}, of at most {cap}");
        foreach (var year in round.FundingYears)
        {
            var lines = content.Interventions.SelectMany(i => i.Budget).Where(l => l.Year == year).ToList();
            yield return ($"In {year}", $"{lines.Sum(l => l.Amount)} (revenue {Spent(lines, SpendKind.Revenue)}, capital {Spent(lines, SpendKind.Capital)})");
        }
        yield return ("Match funding", Match(content, round));
        if (round.PriorityPercent > 0 || content.PriorityTotal > Money.Zero) yield return ("For priorities of the Problem Profile", Priority(content, round));
    }

    /// <summary>"£10,000 of match for £20,000 asked: 50%", and whether the round expects more.</summary>
    public static string Match(BidContent content, Round round)
    {
        var (match, asked) = (content.MatchTotal, content.Total);
        var ratio = $"{match} of match for {asked} asked" + (asked > Money.Zero ? $": {Percent(match, asked)}%" : "");
        if (round.MatchPercent == 0 || asked == Money.Zero) return ratio;
        return ratio + (Reaches(match, asked, round.MatchPercent) ? $". This reaches the {round.MatchPercent}% that the round expects" : $". The round expects {round.MatchPercent}%");
    }

    private static string Priority(BidContent content, Round round)
    {
        var (part, asked) = (content.PriorityTotal, content.Total);
        var share = $"{part} of {asked}" + (asked > Money.Zero ? $": {Percent(part, asked)}%" : "");
        if (round.PriorityPercent == 0 || asked == Money.Zero) return share;
        return share + (Reaches(part, asked, round.PriorityPercent) ? $". This reaches the {round.PriorityPercent}% that the round expects" : $". The round expects {round.PriorityPercent}%");
    }

    // In pence, so that 49.6% is not taken for 50%.
    private static bool Reaches(Money part, Money whole, int percent) => part.Pence * 100m >= whole.Pence * (decimal)percent;

    private static long Percent(Money part, Money whole) => (long)decimal.Floor(part.Pence * 100m / whole.Pence);

    private static Money Spent(IEnumerable<BudgetLine> lines, SpendKind kind) => lines.Where(l => l.Kind == kind).Sum(l => l.Amount);
}
