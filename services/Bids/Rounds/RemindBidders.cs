using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Bids.Rounds;

/// <summary>Before a deadline, on the days that the round has set, reminds the invited partnerships that have submitted nothing.</summary>
internal sealed class RemindBidders(BidsContext db, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var round = await db
            .Rounds.FromSql(
                $"select * from rounds where next_reminder_at <= {now} order by next_reminder_at limit 1 for no key update skip locked"
            )
            .SingleOrDefaultAsync(cancellationToken);
        if (round is null)
            return 0;
        round.Remind(await db.StandingsAsync(round, cancellationToken), now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return 1;
    }
}
