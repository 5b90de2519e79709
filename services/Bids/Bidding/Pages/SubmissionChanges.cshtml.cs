using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.ReadBids))]
internal sealed class SubmissionChangesModel(DbContext db, Caller caller, IForms<Bid> forms)
    : SubmissionChangesPage<Bid>(db, caller, forms);
