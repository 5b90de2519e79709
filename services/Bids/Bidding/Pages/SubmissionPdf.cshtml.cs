using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.ReadBids))]
internal sealed class SubmissionPdfModel(DbContext db, Caller caller, IForms<Bid> forms) : SubmissionPdfPage<Bid>(db, caller, forms);
