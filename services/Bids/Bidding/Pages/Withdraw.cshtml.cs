using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.WithdrawBid))]
[Says("The bid is withdrawn", "The office and your partnership’s leads get a letter")]
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
