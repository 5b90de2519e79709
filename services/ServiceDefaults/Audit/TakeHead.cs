using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Audit;

/// <summary>
/// Once a day, looks at the events since the last head, every seventh time at everything, keeps what it finds, takes the log's next head
/// and hands it outside.
/// </summary>
internal sealed class TakeHead(DbContext db, VerifyAudit verify, KeepFindings keep, HeadsFile outside, TimeProvider time) : ISweep
{
    /// <summary>Every head of this number and its multiples after the first is taken after a look at everything.</summary>
    public const int Whole = 7;

    // Of one look. A log that was written anew would give as many as it has events.
    private const int Most = 100;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!IsDue(await LastAsync(cancellationToken)))
            return 0;
        var position = await SettledAsync(cancellationToken);
        await using (var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken))
        {
            var isAlone = await db
                .Database.SqlQuery<bool>($"""select pg_try_advisory_xact_lock(7061) as "Value" """)
                .SingleAsync(cancellationToken);
            var last = await LastAsync(cancellationToken);
            if (!isAlone || !IsDue(last))
                return 0;
            var since = last is null || last.Number % Whole == 0 ? null : last;
            var findings = await verify.FindAsync(since, null, null, cancellationToken).Take(Most).ToListAsync(cancellationToken);
            db.Add(
                await EventLogHead.AfterAsync(
                    last,
                    Math.Max(position, last?.Position ?? 0),
                    time.GetUtcNow(),
                    (NpgsqlConnection)db.Database.GetDbConnection(),
                    cancellationToken
                )
            );
            await keep.RunAsync(findings, cancellationToken);
            await moment.CommitAsync(cancellationToken);
        }
        await outside.AppendAsync(
            await db.Set<EventLogHead>().AsNoTracking().OrderBy(h => h.Number).ToListAsync(cancellationToken),
            cancellationToken
        );
        return 1;
    }

    private bool IsDue(EventLogHead? last) => last?.At.UtcDateTime.Date != time.GetUtcNow().UtcDateTime.Date;

    private Task<EventLogHead?> LastAsync(CancellationToken cancellationToken) =>
        db.Set<EventLogHead>().AsNoTracking().OrderByDescending(h => h.Number).FirstOrDefaultAsync(cancellationToken);

    // An event may be committed after one of a higher position. The lock waits for whoever is writing, so that none comes in below this.
    private async Task<long> SettledAsync(CancellationToken cancellationToken)
    {
        await using var moment = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"set local lock_timeout = '2s'", cancellationToken);
        await db.Database.ExecuteSqlAsync($"lock table event_log in share mode", cancellationToken);
        return await db.Set<EventLogRow>().MaxAsync(r => (long?)r.Position, cancellationToken) ?? 0;
    }
}
