using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The last page: what is declared by submitting, and the button.</summary>
[Authorize(Roles = $"{Roles.PartnerEditor},{Roles.PartnerLead}")]
internal sealed class DeclarationModel(BidsContext db, Caller caller, SubmitBid submit) : BidPage(db, caller)
{
    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public string? Confirmed { get; set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        Version = Bid.Version;
        return MayEdit && BidCheck.IsReady(Bid, Round) ? Page() : Redirect(Address);
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        if (!MaySubmit)
            return Forbid();
        if (MayEdit && !BidCheck.IsReady(Bid, Round))
            ModelState.AddModelError("", "A section of the bid is not completed. Go back to check your answers");
        else if (MayEdit && Confirmed != "true")
            ModelState.AddModelError(nameof(Confirmed), $"Confirm the declaration for {Bid.Partnership.Name}");
        if (!ModelState.IsValid)
            return Page();
        var result = await submit.RunAsync(reference, Version, cancellation);
        if (result.IsDone)
            return Redirect($"{Address}/submitted");
        await LoadAsync(reference, cancellation);
        result.AddTo(ModelState);
        if (result.Kind == ResultKind.Stale)
            ModelState.AddModelError(
                "",
                "A colleague has changed this bid since you opened the page. Go back to check your answers, and submit it again"
            );
        Version = Bid.Version;
        return Page();
    }
}
