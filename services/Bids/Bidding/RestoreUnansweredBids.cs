using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Bids.Bidding;

/// <summary>Restores bids that were sent back and not resubmitted in time to what was last submitted, files included.</summary>
internal sealed class RestoreUnansweredBids(BidsContext db, TimeProvider time) : ISweep
{
    private const int Batch = 50;

    // This discards what was typed, so requests that arrived in time must have been handled first.
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(2);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var bids = await db
            .Bids.FromSql(
                $"""
                select * from bids where answer_by <= {now - UnderWay} and state = {nameof(
                    BidState.SentBack
                )} order by answer_by limit {Batch} for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        if (bids.Count == 0)
            return 0;
        var ids = bids.Select(b => b.Id).ToList();
        var submissions = (await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.FormId)).ToListAsync(cancellationToken)).ToLookup(
            s => s.FormId
        );
        foreach (var bid in bids)
        {
            var last = submissions[bid.Id].MaxBy(s => s.At)!.Read();
            bid.Restore(last, now);
            await db.RestoreAttachmentsAsync(bid, last.Files, now, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return bids.Count;
    }
}
