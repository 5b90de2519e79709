using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>An editor hands a bid over to the lead, or takes that back; the lead gives it back to the editors.</summary>
internal sealed class HandOverBid(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, CancellationToken cancellationToken) =>
        db.ChangeBidAsync(reference, (bid, window) => bid.HandOver(window, caller.Person, caller.At), cancellationToken);

    public Task<Result> TakeBackAsync(string reference, CancellationToken cancellationToken) =>
        db.ChangeBidAsync(reference, (bid, window) => bid.TakeBack(window, caller.Person, caller.At), cancellationToken);

    public Task<Result> DeclineAsync(string reference, string? reason, CancellationToken cancellationToken) =>
        db.ChangeBidAsync(reference, (bid, window) => bid.Decline(window, reason, caller.Person, caller.At), cancellationToken);
}
