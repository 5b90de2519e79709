using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

[AsPdf]
internal sealed class PdfModel(BidsContext db, Caller caller) : BidPage(db, caller)
{
    private readonly BidsContext db = db;
    private readonly Caller caller = caller;

    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !IsReadable)
            return NotFound();
        await LoadShareAsync(cancellationToken);
        if (Attachment.AreSeenBy(caller, Bid))
            Attachments = [.. (await db.AttachmentsAsync(Bid, caller, cancellationToken)).Where(a => a.Scan != ScanState.Infected)];
        Response.Headers.ContentDisposition = $"attachment; filename=bid-{Bid.Reference.ToLowerInvariant()}.pdf";
        return Page();
    }
}
