using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

[May(nameof(Acts.ReadReturns))]
internal sealed class AttachmentsModel(DbContext db, ReturnsContext returns, Caller caller, IForms<Return> forms, AddAttachment<Return> add)
    : AttachmentsPage<Return>(db, caller, forms, add)
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
