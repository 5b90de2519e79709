using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

[May(nameof(Acts.ReadReturns))]
internal sealed class SubmissionChangesModel(DbContext db, Caller caller, IForms<Return> forms)
    : SubmissionChangesPage<Return>(db, caller, forms);
