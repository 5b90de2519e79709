using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Platform.ServiceDefaults.Messaging;

namespace Platform.ServiceDefaults.Persistence;

/// <summary>
/// Writes the events that aggregates raised into the event log, in the transaction that saves their state, and wakes the sender once that
/// transaction has committed: before, there is nothing to read.
/// </summary>
internal sealed class EventLogInterceptor(EventLogSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    // Contexts with new events in a transaction that is not committed yet.
    private readonly ConditionalWeakTable<DbContext, object> waiting = [];

    private const string VersionIndex = "IX_event_log_aggregate_version";

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData data,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        var db = data.Context!;
        var raised = db.ChangeTracker.Entries<IAggregate>().SelectMany(e => e.Entity.TakeRaised()).ToList();
        var last = await LastHashesAsync(db, [.. raised.Where(e => e.Version > 1).Select(e => e.Id).Distinct()], cancellationToken);
        foreach (var happened in raised)
        {
            var row = EventLogRow.Of(happened, last.GetValueOrDefault(happened.Id));
            last[happened.Id] = row.Hash;
            db.Add(row);
        }
        if (db.ChangeTracker.Entries<EventLogRow>().Any(e => e.State == EntityState.Added))
            waiting.AddOrUpdate(db, signal);
        return result;
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is { } db && waiting.Remove(db))
            signal.Set();
        return Task.CompletedTask;
    }

    // What raises no events, such as a key of data protection, may be saved so.
    public override InterceptionResult<int> SavingChanges(DbContextEventData data, InterceptionResult<int> result) =>
        data.Context!.ChangeTracker.Entries<IAggregate>().Any() ? throw new NotSupportedException("Save with SaveChangesAsync.") : result;

    // EF Core writes tables in the order of their names: if the state comes after event_log, the second saver of a version violates the
    // log's index first.
    public override Task SaveChangesFailedAsync(DbContextErrorEventData data, CancellationToken cancellationToken = default) =>
        data.Exception
            is DbUpdateException
            {
                InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: VersionIndex }
            } overtaken
            ? throw new DbUpdateConcurrencyException("Somebody else has saved this version.", overtaken)
            : Task.CompletedTask;

    // The hash alone: the event before may be large.
    private static async Task<Dictionary<Guid, string>> LastHashesAsync(
        DbContext db,
        Guid[] aggregates,
        CancellationToken cancellationToken
    ) =>
        aggregates is []
            ? []
            : await db
                .Database.SqlQuery<LastHash>(
                    $"""
                    select known.aggregate, last.hash from unnest({aggregates}) known(aggregate)
                    cross join lateral (select hash from event_log e
                    where e.aggregate = known.aggregate order by e.version desc limit 1) last
                    """
                )
                .ToDictionaryAsync(r => r.Aggregate, r => r.Hash, cancellationToken);

    private sealed record LastHash(Guid Aggregate, string Hash);
}
