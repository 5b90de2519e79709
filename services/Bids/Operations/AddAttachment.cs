using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Files;
using Platform.Bids.Jobs;
using Platform.Bids.Model;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

internal sealed class AddAttachment(BidsContext db, Caller caller, IFileStore files, Clamd scanner, ScanAttachments scans)
{
    /// <param name="reference">The bid.</param>
    /// <param name="name">As the sender calls it.</param>
    /// <param name="content">Null where no file was selected.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<(Attachment? Attachment, Result Result)> RunAsync(string reference, string name, Stream? content, CancellationToken cancellation)
    {
        var (bid, window, others) = await FindAsync(db.Bids.Where(b => b.Reference == reference).AsNoTracking(), cancellation);
        if (bid is null) return (null, Result.NotFound);
        if (Attachment.MayAdd(bid, window!, others, caller.At) is { IsDone: false } refused) return (null, refused);
        var bytes = content is null ? null : await UploadedContent.ReadAsync(content, cancellation);
        var (kind, result) = Attachment.Check(bytes);
        if (!result.IsDone) return (null, result);

        var stored = new StoredFile { Id = Guid.CreateVersion7(), DeleteAt = caller.At + StoredFile.KeptUnused };
        db.Add(stored);
        await db.SaveChangesAsync(cancellation);
        await files.WriteAsync(stored.Id, bytes!, cancellation);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Locked for a moment: of two files at once the second counts the first, and none comes into a bid that is being submitted.
        (bid, window, others) = await FindAsync(db.Bids.FromSql($"select * from bids where reference = {reference} for no key update"), cancellation);
        (var attachment, result) = Attachment.Add(stored.Id, bid!, window!, others, name, kind, bytes!, scanner.IsConfigured, caller.Person, caller.At);
        if (attachment is null) return (null, result);
        stored.DeleteAt = null;
        db.Add(attachment);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);

        if (scanner.IsConfigured) await scans.AtOnceAsync(attachment.Id, cancellation);
        return attachment.Scan == ScanState.Infected ? (null, Attachment.HasVirus) : (attachment, result);
    }

    private async Task<(Bid? Bid, BiddingWindow? Window, int Others)> FindAsync(IQueryable<Bid> bids, CancellationToken cancellation)
    {
        var bid = await bids.SingleOrDefaultAsync(cancellation);
        if (bid is null) return (null, null, 0);
        var window = await db.WindowAsync(bid.RoundId, bid.Partnership, cancellation);
        return (bid, window, await db.Attachments.CountAsync(a => a.BidId == bid.Id && a.RemovedAt == null && a.Scan != ScanState.Infected, cancellation));
    }
}
