using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class RisksModel(BidsContext db, Caller caller, SaveBid save) : CompletionPage(db, caller, save)
{
    public Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        ShowAsync(reference, BidSections.Risks, cancellation);

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation) =>
        CompleteAsync(reference, BidSections.Risks, cancellation);
}
