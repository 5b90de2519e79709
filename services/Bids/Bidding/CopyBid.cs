using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>Starts a bid as a copy of an earlier one by the same partnership.</summary>
internal sealed class CopyBid(BidsContext db, Caller caller)
{
    public async Task<Result<string>> RunAsync(string reference, string roundReference, Guid? id, CancellationToken cancellationToken)
    {
        if (await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Reference == reference, cancellationToken) is not { } copied)
            return Result.NotFound;
        var from = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == copied.RoundId, cancellationToken);
        var profiles = await db.Profiles.AsNoTracking().Where(p => p.Partnership == copied.Partnership).ToListAsync(cancellationToken);
        return await db.BeginBidAsync(
            caller,
            roundReference,
            id,
            to => (BidCopy.Into(to, from, copied.Content, profiles.FirstOrDefault(p => p.Covers(to.DeliveryFrom))), copied.Contacts),
            cancellationToken
        );
    }
}
