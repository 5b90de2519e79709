using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

internal sealed class RemoveAttachment(BidsContext db, Caller caller)
{
    public async Task<Result> RunAsync(string reference, Guid id, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var bid = await db
            .Bids.FromSql($"select * from bids where reference = {reference} for no key update")
            .SingleOrDefaultAsync(cancellation);
        if (bid is null)
            return Result.NotFound;
        var window = await db.WindowAsync(bid.RoundId, bid.Partnership, cancellation);
        var attachment = await db
            .Attachments.FromSql($"select * from attachments where id = {id} for update")
            .SingleOrDefaultAsync(a => a.BidId == bid.Id, cancellation);
        if (attachment is null)
            return Result.NotFound;
        var result = attachment.Remove(bid, window, caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        await db.DeleteContentAsync(attachment, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }
}
