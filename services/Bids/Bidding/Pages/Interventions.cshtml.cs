using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class InterventionsModel(BidsContext db, Caller caller, SaveBid save) : CompletionPage(db, caller, save)
{
    public Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        ShowAsync(reference, BidSections.Interventions, cancellation);

    public Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation) =>
        CompleteAsync(reference, BidSections.Interventions, cancellation);

    protected override Task ShowMoreAsync(CancellationToken cancellation) => LoadShareAsync(cancellation);
}
