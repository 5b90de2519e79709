using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>The receipt: always the same, until the return is sent back.</summary>
[May(nameof(Acts.SeePeople))]
internal sealed class SubmittedModel(DbContext db, Caller caller, IForms<Return> forms) : ReceiptPage<Return>(db, caller, forms)
{
    protected override bool IsPossible => base.IsPossible && Form.SentBack.Count == 0;
}
