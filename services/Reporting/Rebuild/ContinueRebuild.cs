using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Reporting.Rebuild;

/// <summary>Begins a rebuild if an older version filled the tables, and asks again for a page that has not come within a minute.</summary>
internal sealed class ContinueRebuild(ReportingContext db, RebuildReports rebuild, TimeProvider time) : ISweep
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var replays = await db.Set<LogReplay>().AsNoTracking().ToListAsync(cancellationToken);
        if (!replays.Any(r => r.Tables >= LogReplay.CurrentTables))
            return await BeginAsync(now, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var late = await db.Set<LogReplay>()
            .FromSql($"select * from replays where state = 'Running' and moved_at < {now - Patience} for no key update skip locked")
            .ToListAsync(cancellationToken);
        foreach (var replay in late)
            replay.Ask(Person.Platform, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return late.Count;
    }

    private async Task<int> BeginAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.HandledMessages.AnyAsync(cancellationToken))
            return (await rebuild.StartAsync(Person.Platform, now, cancellationToken)).IsDone ? 1 : 0;
        db.AddRange(RebuildReports.Sources.Select(source => LogReplay.Unneeded(source, now)));
        await db.SaveChangesAsync(cancellationToken);
        return 0;
    }
}
