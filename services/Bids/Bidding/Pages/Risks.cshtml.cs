using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class RisksModel(BidsContext db, Caller caller, SaveBid save) : CompletionPage(db, caller, save)
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(BidSections.Risks, cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => CompleteAsync(BidSections.Risks, cancellationToken);
}
