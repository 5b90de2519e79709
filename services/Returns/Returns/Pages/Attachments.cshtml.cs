using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

[May(nameof(Acts.ReadReturns))]
internal sealed class AttachmentsModel(DbContext db, Caller caller, IForms<Return> forms, AddAttachment<Return> add)
    : AttachmentsPage<Return>(db, caller, forms, add)
{
    protected override string AfterFiles => Address;
}
