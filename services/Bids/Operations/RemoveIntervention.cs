using Platform.Bids.Data;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

internal sealed class RemoveIntervention(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, int readVersion, Guid intervention, CancellationToken cancellation) =>
        db.ChangeBidAsync(reference, (bid, round) => bid.RemoveIntervention(intervention, round, readVersion, caller.Person, caller.At), cancellation);
}
