using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Bids.Data;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Pages.Bid;

[Authorize(Roles = $"{Roles.PartnerEditor},{Roles.PartnerLead}")]
internal sealed class InterventionsModel(BidsContext db, Caller caller) : BidPage(db, caller)
{
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        !await LoadAsync(reference, cancellation) ? NotFound() : MayEdit ? Page() : Redirect(Address);
}
