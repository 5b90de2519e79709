using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Bids.Rounds;

/// <summary>
/// After a deadline, lapses drafts, except those of partnerships whose extension still runs, and closes the round, in one transaction. It
/// only tidies up: the instant of arrival has decided whether a bid was in time.
/// </summary>
internal sealed class CloseDueRounds(BidsContext db, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var round = await db
            .Rounds.FromSql(
                $"""
                select * from rounds where closed_at is null and published_at is not null and closes_at <= {now} order by closes_at
                limit 1 for update skip locked
                """
            )
            .SingleOrDefaultAsync(cancellationToken);
        if (round is null)
            return 0;
        var drafts = await db
            .Bids.FromSql(
                $"""
                select * from bids b where round_id = {round.Id} and state = {nameof(BidState.Draft)} and not exists
                    (select 1 from extensions e where e.round_id = b.round_id and e.partnership = b.partnership and e.state = {nameof(
                    ExtensionState.Granted
                )} and e.until > {now})
                for update
                """
            )
            .ToListAsync(cancellationToken);
        foreach (var draft in drafts)
            draft.Lapse(now);
        // Counted before the save, which changes no count: a lapsed draft still counts as not submitted.
        round.Close(now, await db.StandingsAsync(round, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return 1;
    }
}
