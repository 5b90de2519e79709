using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>An answer before and after a save.</summary>
internal sealed record BidChangeLine(string Section, string Key, string Before, string After);

/// <summary>What differs between two states of a bid, in words.</summary>
internal static class BidChanges
{
    public static IReadOnlyList<BidChangeLine> Between(BidContent before, BidContent after, Round round) =>
        Between(BidWords.Of(before, null, round), BidWords.Of(after, null, round));

    public static IReadOnlyList<BidChangeLine> Between(IReadOnlyList<BidLine> before, IReadOnlyList<BidLine> after)
    {
        var old = before.ToLookup(l => (l.Part, l.Key));
        var now = after.ToLookup(l => (l.Part, l.Key));
        var things = after.Select(l => l.Thing).ToHashSet();
        return
        [
            .. from line in after
            let was = old[(line.Part, line.Key)].FirstOrDefault()?.Value ?? ""
            where was != line.Value
            select new BidChangeLine(line.Section, Name(line), was, line.Value),
            // A thing that was taken out is said once.
            .. before
                .Where(l => l.Thing is not null && !things.Contains(l.Thing))
                .GroupBy(l => l.Thing)
                .Select(g => new BidChangeLine(
                    g.First().Section,
                    g.First().ThingName,
                    string.Join("\n", g.Where(l => l.Value.Length > 0).Select(l => $"{l.Key}: {l.Value}")),
                    "Removed"
                )),
            .. before
                .Where(l => l.Thing is null && l.Value.Length > 0 && !now.Contains((l.Part, l.Key)))
                .Select(l => new BidChangeLine(l.Section, l.Key, l.Value, "")),
        ];
    }

    private static string Name(BidLine line) => line.ThingName.Length > 0 ? $"{line.ThingName}: {line.Key}" : line.Key;
}

/// <summary>Two people's answers to the same page: what is saved, by whom, and what the second one typed.</summary>
internal sealed record Conflict(SavedPart Saved, IReadOnlyList<BidChangeLine> Lines)
{
    public static Conflict? Of(Bid bid, SectionAnswers typed, Round round)
    {
        if (bid.LastSaved(typed.Part) is not { } saved)
            return null;
        var mine = BidWords.Of(typed.Apply(bid.Content), typed.Apply(bid.Contacts), round).Where(l => l.Part == typed.Part).ToList();
        var theirs = BidWords.Of(bid.Content, bid.Contacts, round).Where(l => l.Part == typed.Part).ToList();
        var lines = (mine.Count > 0 ? mine : theirs).Select(l => new BidChangeLine(
            l.Section,
            l.Key,
            theirs.FirstOrDefault(t => t.Key == l.Key)?.Value ?? "",
            mine.FirstOrDefault(m => m.Key == l.Key)?.Value ?? ""
        ));
        return new(saved, [.. lines]);
    }
}
