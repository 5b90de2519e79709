using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.ReadBids))]
internal sealed class PdfModel(DbContext db, Caller caller, IForms<Bid> forms) : FormPdfPage<Bid>(db, caller, forms);
