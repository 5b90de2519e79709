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
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        !await LoadAsync(reference, cancellation) ? NotFound() : MayEdit ? Page() : Redirect(Address);

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!MaySubmit) return Forbid();
        var result = await submit.RunAsync(reference, cancellation);
        if (result.IsDone) return Redirect($"/bids/{reference}/submitted");
        if (!await LoadAsync(reference, cancellation)) return NotFound();
        result.AddTo(ModelState);
        return Page();
    }
}
