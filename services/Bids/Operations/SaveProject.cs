using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

internal sealed class SaveProject(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, int readVersion, ProjectAnswers typed, CancellationToken cancellation) =>
        db.ChangeBidAsync(reference, (bid, round) => bid.SaveProject(typed, round, readVersion, caller.Person, caller.At), cancellation);
}
