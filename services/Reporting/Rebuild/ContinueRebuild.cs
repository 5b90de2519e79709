using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Reporting.Rebuild;

/// <summary>
/// Begins a rebuild where the tables were filled by an older version, and asks again for a page that did not come within a minute.
/// </summary>
internal sealed class ContinueRebuild(ReportingContext db, RebuildReports rebuild, TimeProvider time) : ISweep
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var replays = await db.Set<LogReplay>().AsNoTracking().ToListAsync(cancellation);
        if (!replays.Any(r => r.Tables >= LogReplay.CurrentTables))
            return await BeginAsync(now, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var late = await db.Set<LogReplay>()
            .FromSql($"select * from replays where state = 'Running' and moved_at < {now - Patience} for no key update skip locked")
            .ToListAsync(cancellation);
        foreach (var replay in late)
            replay.Ask(Person.Platform, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return late.Count;
    }

    private async Task<int> BeginAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.HandledMessages.AnyAsync(cancellation))
            return (await rebuild.StartAsync(Person.Platform, now, cancellation)).IsDone ? 1 : 0;
        db.AddRange(RebuildReports.Sources.Select(source => LogReplay.Unneeded(source, now)));
        await db.SaveChangesAsync(cancellation);
        return 0;
    }
}
