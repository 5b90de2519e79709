using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.WriteBid))]
internal sealed class RemoveAttachmentModel(DbContext db, Caller caller, IForms<Bid> forms, RemoveAttachment<Bid> remove)
    : RemoveAttachmentPage<Bid>(db, caller, forms, remove);
