using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

[Authorize(Roles = Roles.PartnerLead)]
internal sealed class WithdrawModel(BidsContext db, Caller caller, WithdrawBid withdraw) : BidPage(db, caller)
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        !await LoadAsync(reference, cancellation) ? NotFound()
        : Bid.State is BidState.Draft or BidState.Submitted or BidState.SentBack ? Page()
        : Redirect(Address);

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        var result = await withdraw.RunAsync(reference, Reason, cancellation);
        if (result.IsDone)
            return Redirect(Address);
        result.AddTo(ModelState);
        return Page();
    }
}
