using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Bids.Jobs;

/// <summary>
/// After a deadline: drafts lapse and the round closes, in one transaction. It only tidies up: whether a bid was in time has been decided by its arrival.
/// </summary>
internal sealed class CloseDueRounds(BidsContext db, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var round = await db.Rounds.FromSql($"select * from rounds where closed_at is null and closes_at <= {now} order by closes_at limit 1 for update skip locked")
            .SingleOrDefaultAsync(cancellation);
        if (round is null) return 0;
        var drafts = await db.Bids.FromSql($"select * from bids where round_id = {round.Id} and state = {nameof(BidState.Draft)} for update").ToListAsync(cancellation);
        foreach (var draft in drafts) draft.Lapse(now);
        round.Close(now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return 1;
    }
}
