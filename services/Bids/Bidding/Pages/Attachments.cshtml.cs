using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

internal sealed class AttachmentsModel(BidsContext db, Caller caller, AddAttachment add) : BidPage(db, caller)
{
    private readonly BidsContext db = db;
    private readonly Caller caller = caller;

    [BindProperty]
    public new IFormFile? File { get; set; }
    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];
    public bool MayAdd => MayChange(BidSections.Attachments);
    public int Left => Attachment.Most - Attachments.Count(a => a.Scan != ScanState.Infected);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        await FindAsync(reference, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!IsPartner)
            return Forbid();
        await using var content = File?.OpenReadStream();
        var result = (await add.RunAsync(reference, File?.FileName ?? "", content, cancellation)).Outcome;
        if (result.IsDone)
            return Redirect($"/bids/{reference}/attachments");
        if (!await FindAsync(reference, cancellation))
            return NotFound();
        result.AddTo(ModelState);
        return Page();
    }

    private async Task<bool> FindAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation) || !Attachment.AreSeenBy(caller, Bid))
            return false;
        Attachments = await db.AttachmentsAsync(Bid, caller, cancellation);
        return true;
    }
}
