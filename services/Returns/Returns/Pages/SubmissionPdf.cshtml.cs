using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

[May(nameof(Acts.ReadReturns))]
internal sealed class SubmissionPdfModel(DbContext db, Caller caller, IForms<Return> forms, KeepFindings keep)
    : SubmissionPdfPage<Return>(db, caller, forms, keep);
