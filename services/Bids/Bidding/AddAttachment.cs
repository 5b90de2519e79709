using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

internal sealed class AddAttachment(BidsContext db, Caller caller, Uploads uploads, ScanAttachments scans)
{
    /// <param name="reference">The bid.</param>
    /// <param name="name">As the sender calls it.</param>
    /// <param name="content">Null where no file was selected.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Result<Attachment>> RunAsync(string reference, string name, Stream? content, CancellationToken cancellation)
    {
        var (bid, window, others) = await FindAsync(db.Bids.Where(b => b.Reference == reference).AsNoTracking(), cancellation);
        if (bid is null)
            return Result.NotFound;
        if (Attachment.MayAdd(bid, window!, others, caller.At) is { IsDone: false } refused)
            return refused;
        return await uploads.AddAsync(
            name,
            content,
            async file =>
            {
                // Locked for a moment: of two files at once the second counts the first, and none comes into a bid that is being submitted.
                (bid, window, others) = await FindAsync(
                    db.Bids.FromSql($"select * from bids where reference = {reference} for no key update"),
                    cancellation
                );
                return Attachment.Add(file, bid!, window!, others, caller.Person, caller.At);
            },
            scans,
            cancellation
        );
    }

    private async Task<(Bid? Bid, BiddingWindow? Window, int Others)> FindAsync(IQueryable<Bid> bids, CancellationToken cancellation)
    {
        var bid = await bids.SingleOrDefaultAsync(cancellation);
        if (bid is null)
            return (null, null, 0);
        var window = await db.WindowAsync(bid.RoundId, bid.Partnership, cancellation);
        return (bid, window, await db.Attachments.Where(a => a.BidId == bid.Id).ThatCount().CountAsync(cancellation));
    }
}
