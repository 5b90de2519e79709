using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.WithdrawBid))]
internal sealed class WithdrawModel(BidsContext db, Caller caller, WithdrawBid withdraw) : BidPage(db, caller)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override bool IsPossible => Bid.State is BidState.Draft or BidState.Submitted or BidState.SentBack;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await ActAsync(() => withdraw.RunAsync(Bid.Reference, Reason, cancellationToken), cancellationToken)
            : NotFound();
}
