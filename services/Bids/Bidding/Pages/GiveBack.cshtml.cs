using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The lead gives a bid back to its editors, and says why.</summary>
[May(nameof(Acts.GiveBackBid))]
[Says("The bid is given back", "Its editors get a letter, and find your reason on the bid")]
internal sealed class GiveBackModel(BidsContext db, Caller caller, HandOverBid handOver) : BidPage(db, caller)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override bool IsPossible => MayEdit && Bid.Ready is not null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await ActAsync(() => handOver.DeclineAsync(Bid.Reference, Reason, cancellationToken), cancellationToken)
            : NotFound();
}
