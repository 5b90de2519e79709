using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

internal sealed class StartBid(BidsContext db, Caller caller)
{
    /// <inheritdoc cref="BidStart.BeginBidAsync"/>
    public Task<Result<string>> RunAsync(string roundReference, Guid? id, CancellationToken cancellationToken) =>
        db.BeginBidAsync(caller, roundReference, id, _ => (null, null), cancellationToken);
}
