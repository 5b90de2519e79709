using Microsoft.EntityFrameworkCore;
using Platform.Bids.Model;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Data;

internal static class BidAttachments
{
    /// <summary>The files of a bid that the caller may see, oldest first.</summary>
    public static async Task<IReadOnlyList<Attachment>> AttachmentsAsync(this BidsContext db, Bid bid, Caller caller, CancellationToken cancellation) => !Attachment.AreSeenBy(caller, bid)
        ? []
        : await db.Attachments.AsNoTracking().Where(a => a.BidId == bid.Id && a.RemovedAt == null).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(cancellation);
}
