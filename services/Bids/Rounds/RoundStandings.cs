using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Rounds;

/// <summary>How many bids each invited partnership has in a round: two grouped queries that read no content.</summary>
internal static class RoundStandings
{
    public static async Task<IReadOnlyList<Standing>> StandingsAsync(this BidsContext db, Round round, CancellationToken cancellationToken)
    {
        var counts = await db
            .Bids.Where(b => b.RoundId == round.Id)
            .GroupBy(b => b.Partnership)
            .Select(g => new
            {
                g.Key,
                Submitted = g.Count(b => b.State != BidState.Draft && b.State != BidState.Lapsed && b.State != BidState.Withdrawn),
                Drafts = g.Count(b => b.State == BidState.Draft || b.State == BidState.Lapsed),
            })
            .ToDictionaryAsync(c => c.Key, cancellationToken);
        var extended = await db.ExtendedAsync(round.Id, cancellationToken);
        return
        [
            .. round
                .Bidders.Select(p =>
                    (p, has: counts.GetValueOrDefault(p), until: extended.TryGetValue(p, out var until) ? (DateTimeOffset?)until : null)
                )
                .Select(p => new Standing(p.p, p.has?.Submitted ?? 0, p.has?.Drafts ?? 0, round.WindowUntil(p.until).ClosesAt)),
        ];
    }

    /// <summary>The deadline of each partnership with an extension.</summary>
    public static async Task<IReadOnlyDictionary<Partnership, DateTimeOffset>> ExtendedAsync(
        this BidsContext db,
        Guid roundId,
        CancellationToken cancellationToken
    ) =>
        await db
            .Extensions.Where(e => e.RoundId == roundId && (e.State == ExtensionState.Granted || e.State == ExtensionState.Ended))
            .GroupBy(e => e.Partnership)
            .Select(g => new { g.Key, Until = g.Max(e => e.Until)!.Value })
            .ToDictionaryAsync(e => e.Key, e => e.Until, cancellationToken);
}
