using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

[May(nameof(Acts.ReadReturns))]
internal sealed class PdfModel(DbContext db, Caller caller, IForms<Return> forms) : FormPdfPage<Return>(db, caller, forms);
