using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

[Authorize(Roles = $"{Roles.PartnerEditor},{Roles.PartnerLead}")]
internal sealed class RemoveAttachmentModel(ReturnsContext db, Caller caller, RemoveAttachment remove) : ReturnPage(db, caller)
{
    private readonly ReturnsContext db = db;

    public Attachment? Attachment { get; private set; }

    public async Task<IActionResult> OnGetAsync(string grantReference, string quarter, Guid file, CancellationToken cancellation) =>
        !await FindAsync(grantReference, quarter, file, cancellation) ? NotFound()
        : MayChange(ReturnSections.Attachments) ? Page()
        : Redirect($"{Address}/attachments");

    public async Task<IActionResult> OnPostAsync(string grantReference, string quarter, Guid file, CancellationToken cancellation)
    {
        if (!await FindAsync(grantReference, quarter, file, cancellation))
            return NotFound();
        var result = await remove.RunAsync(Return.Id, file, cancellation);
        if (result.IsDone)
            return Redirect($"{Address}/attachments");
        result.AddTo(ModelState);
        return result.Kind == ResultKind.NotFound ? NotFound() : Page();
    }

    private async Task<bool> FindAsync(string grantReference, string quarter, Guid file, CancellationToken cancellation) =>
        await LoadAsync(grantReference, quarter, cancellation)
        && (
            Attachment = await db
                .Attachments.AsNoTracking()
                .SingleOrDefaultAsync(a => a.Id == file && a.ReturnId == Return.Id && a.RemovedAt == null, cancellation)
        )
            is not null;
}
