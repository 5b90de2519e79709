using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Bids.Rounds;

/// <summary>Before a deadline: reminds the invited partnerships that have submitted nothing, on the round's own days.</summary>
internal sealed class RemindBidders(BidsContext db, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var round = await db
            .Rounds.FromSql(
                $"select * from rounds where next_reminder_at <= {now} order by next_reminder_at limit 1 for no key update skip locked"
            )
            .SingleOrDefaultAsync(cancellation);
        if (round is null)
            return 0;
        round.Remind(await db.StandingsAsync(round, cancellation), now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return 1;
    }
}
