using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

internal sealed class SubmitBid(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, int? readVersion, CancellationToken cancellationToken) =>
        db.ChangeBidAsync(
            reference,
            async (bid, window) =>
            {
                var submitted = bid.Submit(
                    window,
                    readVersion,
                    await db.HandInAsync(bid, caller.At, cancellationToken),
                    caller.Person,
                    caller.At
                );
                if (submitted.IsDone && submitted.Value is { } made)
                    db.Add(made);
                return submitted.Outcome;
            },
            cancellationToken
        );
}
