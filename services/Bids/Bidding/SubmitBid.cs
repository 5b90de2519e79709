using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

internal sealed class SubmitBid(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, int? readVersion, CancellationToken cancellation) =>
        db.ChangeBidAsync(
            reference,
            async (bid, window) =>
            {
                var (made, result) = bid.Submit(
                    window,
                    readVersion,
                    await db.FilesToSubmitAsync(bid, caller.At, cancellation),
                    caller.Person,
                    caller.At
                );
                if (made is not null)
                    db.Add(made);
                return result;
            },
            cancellation
        );
}
