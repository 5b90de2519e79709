using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

[Authorize(Roles = $"{Roles.PartnerEditor},{Roles.PartnerLead}")]
internal sealed class RemoveAttachmentModel(BidsContext db, Caller caller, RemoveAttachment remove) : BidPage(db, caller)
{
    private readonly BidsContext db = db;

    public Attachment? Attachment { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, Guid id, CancellationToken cancellation) =>
        !await FindAsync(reference, id, cancellation) ? NotFound()
        : MayChange(BidSections.Attachments) ? Page()
        : Redirect($"{Address}/attachments");

    public async Task<IActionResult> OnPostAsync(string reference, Guid id, CancellationToken cancellation)
    {
        var result = await remove.RunAsync(reference, id, cancellation);
        if (result.IsDone)
            return Redirect($"/bids/{reference}/attachments");
        if (!await FindAsync(reference, id, cancellation))
            return NotFound();
        result.AddTo(ModelState);
        return Page();
    }

    private async Task<bool> FindAsync(string reference, Guid id, CancellationToken cancellation) =>
        await LoadAsync(reference, cancellation)
        && (
            Attachment = await db
                .Attachments.AsNoTracking()
                .SingleOrDefaultAsync(a => a.Id == id && a.BidId == Bid.Id && a.RemovedAt == null, cancellation)
        )
            is not null;
}
