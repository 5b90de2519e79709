using Platform.Bids.Data;
using Platform.Bids.Model.Sections;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

/// <summary>Saves one page's answers of a bid.</summary>
internal sealed class SaveBid(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, int readVersion, SectionAnswers answers, CancellationToken cancellation) =>
        db.ChangeBidAsync(reference, (bid, window) => bid.Save(answers, window, readVersion, caller.Person, caller.At), cancellation);
}
