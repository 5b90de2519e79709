using Platform.Bids.Data;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

internal sealed class SaveIntervention(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, int readVersion, Intervention typed, CancellationToken cancellation) =>
        db.ChangeBidAsync(reference, (bid, round) => bid.SaveIntervention(typed, round, readVersion, caller.Person, caller.At), cancellation);
}
