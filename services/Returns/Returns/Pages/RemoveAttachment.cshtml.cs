using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

[May(nameof(Acts.WriteReturn))]
internal sealed class RemoveAttachmentModel(DbContext db, Caller caller, IForms<Return> forms, RemoveAttachment<Return> remove)
    : RemoveAttachmentPage<Return>(db, caller, forms, remove);
