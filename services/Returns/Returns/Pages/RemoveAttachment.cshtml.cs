using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

[May(nameof(Acts.WriteReturn))]
internal sealed class RemoveAttachmentModel(
    DbContext db,
    ReturnsContext returns,
    Caller caller,
    IForms<Return> forms,
    RemoveAttachment<Return> remove
) : RemoveAttachmentPage<Return>(db, caller, forms, remove)
{
    private IReadOnlyList<string> caution = [];

    public override IReadOnlyList<string> Caution => caution;

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        caution = await returns.CautionAsync(Form, ReturnSections.Attachments, Caller, cancellationToken);
        return true;
    }
}
