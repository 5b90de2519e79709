using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Rounds.Pages;

/// <summary>How a round is going, for the office: two queries over columns, none over bids' content.</summary>
internal sealed record RoundBoard(Round Round, IReadOnlyList<BoardLine> Lines, int Requests, DateTimeOffset Now)
{
    /// <summary>What submitted bids ask for: the office does not read drafts (docs/decisions 21).</summary>
    public Money Asked => Lines.Sum(l => l.Asked);

    public int Count(Func<BoardBid, bool> which) => Lines.Sum(l => l.Bids.Count(which));

    /// <summary>Reads the board: partnerships that have not begun come first.</summary>
    public static async Task<RoundBoard> ReadAsync(BidsContext db, Round round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var bids = (
            await db
                .Bids.Where(b => b.RoundId == round.Id && b.State != BidState.Withdrawn)
                .OrderBy(b => b.Reference)
                .Select(b => new BoardBid(b.Partnership, b.Reference, b.SubmittedTitle, b.State, b.SubmittedTotal, b.SubmittedPriority))
                .ToListAsync(cancellationToken)
        ).ToLookup(b => b.Partnership);
        // Who declared an interest in a bid does not see it: its partnership has begun all the same.
        var all = await db
            .Bids.IgnoreQueryFilters([BidsContext.NoInterest])
            .Where(b => b.RoundId == round.Id && b.State != BidState.Withdrawn)
            .GroupBy(b => b.Partnership)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var extensions = await db
            .Extensions.Where(e => e.RoundId == round.Id && e.State != ExtensionState.Refused)
            .Select(e => new
            {
                e.Partnership,
                e.State,
                e.Until,
            })
            .ToListAsync(cancellationToken);
        var lines = round
            .Bidders.Union(all.Keys)
            .Select(p => new BoardLine(
                p,
                [.. bids[p]],
                all.GetValueOrDefault(p) - bids[p].Count(),
                extensions.Where(e => e.Partnership == p).Max(e => e.Until),
                extensions.Any(e => e.Partnership == p && e.State == ExtensionState.Requested)
            ));
        return new(
            round,
            [.. lines.OrderBy(l => l.Stage).ThenBy(l => l.Partnership.Name, StringComparer.Ordinal)],
            extensions.Count(e => e.State == ExtensionState.Requested),
            now
        );
    }
}

/// <summary>One partnership on the board.</summary>
/// <param name="Partnership">Which.</param>
/// <param name="Bids">Its bids that the reader may see.</param>
/// <param name="Hidden">How many others there are, in which the reader has, or might have, an interest.</param>
/// <param name="ExtendedTo">Until when it has more time; null where it has none.</param>
/// <param name="HasAsked">Whether it asks for more time.</param>
internal sealed record BoardLine(
    Partnership Partnership,
    IReadOnlyList<BoardBid> Bids,
    int Hidden,
    DateTimeOffset? ExtendedTo,
    bool HasAsked
)
{
    public Money Asked => Bids.Sum(b => b.Asked);

    public PriorityShare Share(Round round) => new(Bids.Sum(b => b.Serving), Asked, round.PriorityPercent, Bids.Count(b => b.IsSubmitted));

    /// <summary>0 not begun, 1 drafts only, 2 something submitted or not shown.</summary>
    public int Stage =>
        Hidden > 0 || Bids.Any(b => b.IsSubmitted) ? 2
        : Bids.Count > 0 ? 1
        : 0;

    public string Words => Stage == 0 ? "Not begun" : string.Join(", ", Parts);

    private IEnumerable<string> Parts
    {
        get
        {
            var submitted = Bids.Count(b => b.IsSubmitted);
            var drafts = Bids.Count(b => b.State == BidState.Draft);
            var lapsed = Bids.Count(b => b.State == BidState.Lapsed);
            if (submitted > 0)
                yield return $"{submitted} submitted";
            if (drafts > 0)
                yield return drafts == 1 ? "1 draft" : $"{drafts} drafts";
            if (lapsed > 0)
                yield return $"{lapsed} lapsed";
            if (Hidden > 0)
                yield return $"{Hidden} not shown to you, because of an interest declared or still to be declared";
        }
    }
}

/// <summary>One bid on the board.</summary>
internal sealed record BoardBid(Partnership Partnership, string Reference, string Title, BidState State, Money Asked, Money Serving)
{
    public bool IsSubmitted => State is not (BidState.Draft or BidState.Lapsed);
    public bool AwaitsDecision => State is BidState.Submitted or BidState.UnderAssessment;

    /// <summary>"Safer streets (submitted, £9,000)", "(draft)".</summary>
    public string Words => $"{Title} ({StateWords}{(IsSubmitted ? $", {Asked}" : "")})".Trim();

    private string StateWords =>
        State switch
        {
            BidState.SentBack => "sent back",
            BidState.UnderAssessment => "under assessment",
            _ => State.ToString().ToLowerInvariant(),
        };
}
