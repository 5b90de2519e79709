using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>What there is to say of bids, for all that is done with forms alike.</summary>
internal sealed class BidForms(BidsContext db, Caller caller) : IForms<Bid>
{
    public Act Write => Acts.WriteBid;
    public Act HandIn => Acts.SubmitBid;

    public IQueryable<Bid> At(RouteValueDictionary address)
    {
        var reference = (string?)address["reference"];
        return db.Bids.Where(b => b.Reference == reference);
    }

    public string AddressOf(Bid form) => $"/bids/{form.Reference}";

    public string CaptionOf(Bid form) => form.Reference;

    public async Task<Result> MayChangeAsync(Bid form, string section, CancellationToken cancellationToken) =>
        form.MayChange(section, await db.WindowAsync(form.RoundId, form.Partnership, cancellationToken), caller.At);
}
