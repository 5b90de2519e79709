using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

/// <summary>What every change of a bid has in common: the caller's own bid and its round, the entity's rule, one save.</summary>
internal static class BidChange
{
    public static async Task<Result> ChangeBidAsync(this BidsContext db, string reference, Func<Bid, Round, Result> rule, CancellationToken cancellation)
    {
        var bid = await db.Bids.SingleOrDefaultAsync(b => b.Reference == reference, cancellation);
        if (bid is null) return Result.NotFound;
        var round = await db.Rounds.SingleAsync(r => r.Id == bid.RoundId, cancellation);
        var result = rule(bid, round);
        if (!result.IsDone) return result;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale;
        }
    }
}
