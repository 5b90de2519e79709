using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Bids.Rounds;

/// <summary>
/// After an extension, lapses the partnership's drafts in that round, unless it has been given more time still. Like the closing job, it
/// only tidies up.
/// </summary>
internal sealed class EndDueExtension(BidsContext db, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var extension = await db
            .Extensions.FromSql(
                $"""
                select * from extensions where state = {nameof(
                    ExtensionState.Granted
                )} and until <= {now} order by until limit 1 for update skip locked
                """
            )
            .SingleOrDefaultAsync(cancellationToken);
        if (extension is null)
            return 0;
        // Locked, so that no bid is started and no more time is given in between.
        var round = await db
            .Rounds.FromSql($"select * from rounds where id = {extension.RoundId} for no key update")
            .SingleAsync(cancellationToken);
        extension.End(now);
        var hasMore =
            round.ClosesAt > now
            || await db.Extensions.AnyAsync(
                e => e.RoundId == round.Id && e.Partnership == extension.Partnership && e.State == ExtensionState.Granted && e.Until > now,
                cancellationToken
            );
        if (!hasMore)
        {
            var drafts = await db
                .Bids.FromSql(
                    $"""
                    select * from bids where round_id = {round.Id} and partnership =
                    {extension.Partnership.Code} and state = {nameof(BidState.Draft)} for update
                    """
                )
                .ToListAsync(cancellationToken);
            foreach (var draft in drafts)
                draft.Lapse(now);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return 1;
    }
}
