using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.ReadBids))]
[Noted(AccessKind.PersonalDataRead)]
internal sealed class SubmissionModel(DbContext db, Caller caller, IForms<Bid> forms, KeepFindings keep)
    : SubmissionPage<Bid>(db, caller, forms, keep);
