using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

internal sealed class WithdrawBid(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, string? reason, CancellationToken cancellationToken) =>
        db.ChangeBidAsync(reference, (bid, _) => bid.Withdraw(reason, caller.Person, caller.At), cancellationToken);
}
