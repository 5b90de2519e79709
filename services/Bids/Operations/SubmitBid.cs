using Platform.Bids.Data;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

internal sealed class SubmitBid(BidsContext db, Caller caller)
{
    private const int Attempts = 5;

    public async Task<Result> RunAsync(string reference, int? readVersion, CancellationToken cancellation)
    {
        var result = await SubmitAsync(reference, readVersion, cancellation);
        // The closing job, a second press or a colleague's save came between reading and writing: only the rule may say no.
        for (var attempt = 1; result.Kind == ResultKind.Stale && attempt < Attempts; attempt++)
        {
            db.ChangeTracker.Clear();
            result = await SubmitAsync(reference, readVersion, cancellation);
        }
        return result;
    }

    private Task<Result> SubmitAsync(string reference, int? readVersion, CancellationToken cancellation) =>
        db.ChangeBidAsync(reference, (bid, round) => bid.Submit(round, readVersion, caller.Person, caller.At), cancellation);
}
