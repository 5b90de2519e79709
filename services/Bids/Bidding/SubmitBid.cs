using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

internal sealed class SubmitBid(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, int? readVersion, CancellationToken cancellationToken) =>
        db.ChangeBidAsync(
            reference,
            (bid, window) =>
                db.SubmitAsync(
                    bid,
                    files => bid.Submit(window, readVersion, files, caller.Person, caller.At),
                    caller.At,
                    cancellationToken
                ),
            cancellationToken
        );
}
