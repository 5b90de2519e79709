using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Profiles;

internal static class PriorityShares
{
    /// <summary>
    /// The share over all the bids that a bid's partnership has in its round, as far as the caller may read them: drafts count only for
    /// their own partnership.
    /// </summary>
    public static async Task<PriorityShare> ShareAsync(
        this BidsContext db,
        Bid bid,
        BidContent content,
        Round round,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var share = PriorityShare.Of(content, round);
        if (bid.State is BidState.Withdrawn or BidState.Lapsed)
            return share;
        var others = db
            .Bids.AsNoTracking()
            .Where(b =>
                b.RoundId == bid.RoundId
                && b.Partnership == bid.Partnership
                && b.Id != bid.Id
                && b.State != BidState.Withdrawn
                && b.State != BidState.Lapsed
            );
        if (caller.Partnership is not null)
            return (await others.Select(b => b.Content).ToListAsync(cancellationToken)).Aggregate(
                share,
                (sum, other) => sum.With(other.PriorityTotal, other.Total)
            );
        var submitted = await others
            .Where(b => b.FirstSubmittedAt != null)
            .Select(b => new { b.SubmittedPriority, b.SubmittedTotal })
            .ToListAsync(cancellationToken);
        return submitted.Aggregate(share, (sum, other) => sum.With(other.SubmittedPriority, other.SubmittedTotal));
    }
}
