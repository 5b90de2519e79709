using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

[May(nameof(Acts.ReadReturns))]
internal sealed class SubmissionPdfModel(DbContext db, Caller caller, IForms<Return> forms) : SubmissionPdfPage<Return>(db, caller, forms);
