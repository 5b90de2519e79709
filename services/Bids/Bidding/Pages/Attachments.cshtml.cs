using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.ReadBids))]
internal sealed class AttachmentsModel(DbContext db, Caller caller, IForms<Bid> forms, AddAttachment<Bid> add)
    : AttachmentsPage<Bid>(db, caller, forms, add)
{
    protected override string AfterFiles => $"{Address}/sections/{BidSections.Attachments}";
}
