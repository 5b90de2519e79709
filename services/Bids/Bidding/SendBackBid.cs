using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

internal sealed class SendBackBid(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(
        string reference,
        IReadOnlyList<SectionNote> notes,
        DateOnly lastDay,
        CancellationToken cancellationToken
    ) => db.ChangeBidAsync(reference, (bid, _) => bid.SendBack(notes, lastDay, caller.Person, caller.At), cancellationToken);
}
