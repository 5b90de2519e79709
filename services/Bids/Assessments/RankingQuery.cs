using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Assessments;

internal static class RankingQuery
{
    /// <summary>The states of the bids that count in a round after its deadline.</summary>
    public static readonly IReadOnlyList<BidState> RankedStates =
    [
        BidState.Submitted,
        BidState.SentBack,
        BidState.UnderAssessment,
        BidState.Decided,
    ];

    /// <summary>A round and those of its bids that the caller sees, in order; null where there is no such round.</summary>
    public static async Task<(Round Round, Ranking Ranking)?> RankingAsync(
        this BidsContext db,
        string reference,
        CancellationToken cancellationToken
    )
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken);
        if (round is null)
            return null;
        var bids = await db
            .Bids.AsNoTracking()
            .Where(b => b.RoundId == round.Id && RankedStates.Contains(b.State))
            .ToListAsync(cancellationToken);
        var moderations = await db.Moderations.AsNoTracking().Where(m => m.RoundId == round.Id).ToListAsync(cancellationToken);
        return (round, Ranking.Of(round, bids, moderations));
    }
}
