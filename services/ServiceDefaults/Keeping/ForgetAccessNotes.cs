using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.ServiceDefaults.Keeping;

/// <summary>Forgets who signed in and read what, and from where.</summary>
internal sealed class ForgetAccessNotes(DbContext db, KeepingTable table, ForgetPersonal forget, TimeProvider time) : ISweep
{
    private const int Batch = 1000;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = table.PeriodOf(DataKinds.AccessNotes).Before(time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db
            .Database.SqlQuery<Guid>(
                $"""
                select aggregate as "Value" from event_log where type = 'AccessNoted' and personal is not null
                and occurred_at <= {before} and sent_at is not null order by occurred_at limit {Batch} for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        await forget.RunAsync(DataKinds.AccessNotes, due, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }
}
