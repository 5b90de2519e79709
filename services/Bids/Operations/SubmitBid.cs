using Platform.Bids.Data;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

internal sealed class SubmitBid(BidsContext db, Caller caller)
{
    public async Task<Result> RunAsync(string reference, CancellationToken cancellation)
    {
        var result = await SubmitAsync(reference, cancellation);
        if (result.Kind != ResultKind.Stale) return result;
        // The closing job, a second press or a colleague's save came between reading and writing: only the rule may say no.
        db.ChangeTracker.Clear();
        return await SubmitAsync(reference, cancellation);
    }

    private Task<Result> SubmitAsync(string reference, CancellationToken cancellation) =>
        db.ChangeBidAsync(reference, (bid, round) => bid.Submit(round, caller.Person, caller.At), cancellation);
}
