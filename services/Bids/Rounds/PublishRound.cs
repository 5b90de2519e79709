using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

internal sealed class PublishRound(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, int? readVersion, CancellationToken cancellationToken) =>
        db.ChangeRoundAsync(reference, round => round.Publish(readVersion, caller.Person, caller.At), cancellationToken);
}
