using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Bids.Data;
using Platform.Bids.Operations;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Pages.Bid;

[Authorize(Roles = $"{Roles.PartnerEditor},{Roles.PartnerLead}")]
internal sealed class CheckAnswersModel(BidsContext db, Caller caller, SubmitBid submit) : BidPage(db, caller)
{
    [BindProperty] public int? Version { get; set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation)) return NotFound();
        Version = Bid.Version;
        return MayEdit ? Page() : Redirect(Address);
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!MaySubmit) return Forbid();
        var result = await submit.RunAsync(reference, Version, cancellation);
        if (result.IsDone) return Redirect($"/bids/{reference}/submitted");
        if (!await LoadAsync(reference, cancellation)) return NotFound();
        result.AddTo(ModelState);
        if (result.Kind == ResultKind.Stale)
            ModelState.AddModelError("", "A colleague has changed this bid since you opened the page. Check it as it is now, below, and submit it again");
        ModelState.Remove(nameof(Version));
        Version = Bid.Version;
        return Page();
    }
}
