using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Messaging;

namespace Platform.ServiceDefaults.Keeping;

/// <summary>Forgets what is personal in messages that could not be handled, once somebody has settled them.</summary>
internal sealed class ForgetFailedMessages(DbContext db, KeepingTable table, ForgetPersonal forget, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = table.PeriodOf(DataKinds.FailedMessages).Before(time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db.Set<FailedMessage>()
            .FromSql(
                $"""
                select * from failed_messages m where state <> 'Waiting' and not forgotten and not exists (select from event_log e
                where e.aggregate = m.id and e.occurred_at > {before}) order by id limit 50 for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        foreach (var message in due)
            message.Forget();
        await forget.RunAsync(DataKinds.FailedMessages, [.. due.Select(m => m.Id)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }
}
