using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class MatchFundingModel(BidsContext db, Caller caller, SaveBid save) : CompletionPage(db, caller, save)
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(BidSections.Match, cancellation);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => CompleteAsync(BidSections.Match, cancellation);

    protected override Task ShowMoreAsync(CancellationToken cancellation) => LoadShareAsync(cancellation);
}
