using Microsoft.AspNetCore.Mvc;
using Platform.Bids.Data;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Pages.Bid;

internal sealed class SubmittedModel(BidsContext db, Caller caller) : BidPage(db, caller)
{
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        !await LoadAsync(reference, cancellation) ? NotFound() : Bid.SubmittedAt is null ? Redirect(Address) : Page();
}
