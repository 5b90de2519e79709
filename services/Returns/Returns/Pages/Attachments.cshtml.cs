using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>The files of a return, to add to for its partnership, to read for everybody else who may.</summary>
internal sealed class AttachmentsModel(ReturnsContext db, Caller caller, AddAttachment add) : ReturnPage(db, caller)
{
    private readonly ReturnsContext db = db;
    private readonly Caller caller = caller;

    [BindProperty]
    public new IFormFile? File { get; set; }
    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];
    public bool MayAdd => MayChange(ReturnSections.Attachments);
    public int Left => StoredAttachment.Most - Attachments.Count(a => a.Scan != ScanState.Infected);

    public async Task<IActionResult> OnGetAsync(string grantReference, string quarter, CancellationToken cancellation) =>
        await FindAsync(grantReference, quarter, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (!IsPartner)
            return Forbid();
        if (!await FindAsync(grantReference, quarter, cancellation))
            return NotFound();
        await using var content = File?.OpenReadStream();
        var result = (await add.RunAsync(Return.Id, File?.FileName ?? "", content, cancellation)).Outcome;
        if (result.IsDone)
            return Redirect($"{Address}/attachments");
        if (!await FindAsync(grantReference, quarter, cancellation))
            return NotFound();
        result.AddTo(ModelState);
        return Page();
    }

    private async Task<bool> FindAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (!await LoadAsync(grantReference, quarter, cancellation) || !Attachment.AreSeenBy(caller, Return))
            return false;
        Attachments = await db.AttachmentsAsync(Return, caller, cancellation);
        return true;
    }
}
