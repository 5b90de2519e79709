using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Bidding;

internal static class BidAttachments
{
    /// <summary>The files of a bid, oldest first: as they are for its partnership, as they were last handed in for the office.</summary>
    public static Task<IReadOnlyList<Attachment>> AttachmentsAsync(
        this BidsContext db,
        Bid bid,
        Caller caller,
        CancellationToken cancellation
    ) => db.Attachments.AsNoTracking().Where(a => a.BidId == bid.Id).SeenByAsync(caller, bid.SubmittedAt, cancellation);

    /// <summary>One file that the caller may open.</summary>
    public static async Task<Attachment?> AttachmentAsync(
        this BidsContext db,
        string reference,
        Guid id,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var bid = await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Reference == reference, cancellation);
        if (bid is null || !Attachment.AreSeenBy(caller, bid))
            return null;
        return
            await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.BidId == bid.Id, cancellation) is { } file
            && file.IsSeenBy(caller)
            ? file
            : null;
    }

    /// <summary>Hands in the files of a bid that is being submitted: those that are not removed and have no virus.</summary>
    public static Task<IReadOnlyList<SubmittedFile>> FilesToSubmitAsync(
        this BidsContext db,
        Bid bid,
        DateTimeOffset at,
        CancellationToken cancellation
    ) => db.Attachments.Where(a => a.BidId == bid.Id).HandInAsync(at, cancellation);
}
