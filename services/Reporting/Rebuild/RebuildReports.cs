using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Rebuild;

/// <summary>
/// Empties the read tables and asks every service for its log. Events that arrive meanwhile are kept as usual, because rows keep the newest
/// version that they have seen.
/// </summary>
internal sealed class RebuildReports(ReportingContext db, IEnumerable<Projection> projections)
{
    public static readonly IReadOnlyList<string> Sources = [.. ServiceNames.BehindTheGateway, ServiceNames.Gateway];

    public async Task<Result> StartAsync(Person by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var transaction = await LockAsync(cancellationToken);
        if (await Replays.AnyAsync(r => r.State == ReplayState.Running, cancellationToken))
            return Result.Refused("rebuild-running", "The reports are being rebuilt already");
        await EmptyAsync(db, cancellationToken);
        IReadOnlyList<string> types = [.. projections.SelectMany(p => p.Takes).Distinct().Order(StringComparer.Ordinal)];
        db.AddRange(Sources.Select(source => LogReplay.Start(source, types, by, at)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Done;
    }

    /// <summary>Asks for no further page; what has been filled stays.</summary>
    public Task StopAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeAsync(ReplayState.Running, replay => replay.Stop(at), cancellationToken);

    /// <summary>Continues where it was stopped.</summary>
    public Task ContinueAsync(Person by, DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeAsync(ReplayState.Stopped, replay => replay.Ask(by, at), cancellationToken);

    private DbSet<LogReplay> Replays => db.Set<LogReplay>();

    private async Task ChangeAsync(ReplayState from, Action<LogReplay> change, CancellationToken cancellationToken)
    {
        await using var transaction = await LockAsync(cancellationToken);
        foreach (
            var replay in await Replays
                .FromSql($"select * from replays where state = {from.ToString()} for no key update")
                .ToListAsync(cancellationToken)
        )
            change(replay);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Empties what messages fill, after waiting for everybody who is handling a message or adding up grants: their first locks are on
    /// handled_messages and on grants.
    /// </summary>
    internal static Task EmptyAsync(ReportingContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(
            $"""
            do $$ begin
                lock table handled_messages in share mode;
                execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ' order by tablename <> 'grants')
                    from pg_tables where schemaname = '{ReportingContext.Read}');
            end $$
            """,
            cancellationToken
        );

    private async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> LockAsync(CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('rebuild', 0))", cancellationToken);
        return transaction;
    }
}
