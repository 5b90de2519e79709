using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The receipt: always the same, until the bid is submitted again.</summary>
[May(nameof(Acts.SeePeople))]
internal sealed class SubmittedModel(BidsContext db, Caller caller, IForms<Bid> forms) : ReceiptPage<Bid>(db, caller, forms)
{
    private readonly BidsContext db = db;

    public Round Round { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        Round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == Form.RoundId, cancellationToken);
        return true;
    }
}
