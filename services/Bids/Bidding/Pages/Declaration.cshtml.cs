using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The last page: what is declared by submitting, and the button.</summary>
[May(nameof(Acts.WriteBid))]
internal sealed class DeclarationModel(BidsContext db, Caller caller, SubmitBid submit) : BidPage(db, caller)
{
    [BindProperty]
    public string? Confirmed { get; set; }

    protected override bool IsPossible => MayEdit && BidCheck.IsReady(Bid, Round);

    protected override string StaleWords =>
        "A colleague has changed this bid since you opened the page. Go back to check your answers, and submit it again";

    // Asked for before the last button, so that it takes no time at the deadline.
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ShowAsync(cancellationToken) is var shown && shown is PageResult && IsLead ? this.ConfirmFirst() ?? shown : shown;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (MayEdit && !BidCheck.IsReady(Bid, Round))
            ModelState.AddModelError("", "A section of the bid is not completed. Go back to check your answers");
        else if (MayEdit && Confirmed != "true")
            ModelState.AddModelError(nameof(Confirmed), $"Confirm the declaration for {Bid.Partnership.Name}");
        // A form posted without the version that was read is accepted, as it is by the API.
        int? read = Version == 0 ? null : Version;
        return await HandInAsync(() => submit.RunAsync(Bid.Reference, read, cancellationToken), cancellationToken);
    }
}
