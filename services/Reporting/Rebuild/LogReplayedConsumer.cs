using System.Data.Common;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Reporting.Rebuild;

/// <summary>
/// Keeps a page of a log, and asks for the next one in the same transaction. An event that cannot be kept holds up no other.
/// </summary>
internal sealed class LogReplayedConsumer(
    ReportingContext db,
    GrantSums sums,
    IEnumerable<Projection> projections,
    TimeProvider time,
    ILogger<LogReplayedConsumer> log
) : IConsumer<LogReplayed>
{
    public async Task Consume(ConsumeContext<LogReplayed> context)
    {
        var (page, cancellationToken) = (context.Message.Details, context.CancellationToken);
        var replays = db.Set<LogReplay>().Where(r => r.Id == context.Message.Id);
        if (await replays.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } asked || !asked.Expects(page))
            return;
        sums.Later = true;
        var events = LogPages.Read(page);
        var leftOut = new List<string>();
        foreach (var projection in projections)
        {
            var takes = projection.Takes.ToHashSet();
            await KeepAsync(projection, [.. events.Where(e => takes.Contains(e.GetType().Name))], leftOut, cancellationToken);
        }
        (await replays.SingleAsync(cancellationToken)).Advance(page, leftOut, time.GetUtcNow());
    }

    // Each half of a failing page is tried, down to the event at fault. That event is tried twice, because it may only have collided with
    // a live one.
    private async Task KeepAsync(
        Projection projection,
        IEvent[] events,
        List<string> leftOut,
        CancellationToken cancellationToken,
        bool isAgain = false
    )
    {
        if (events.Length == 0)
            return;
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync("part", cancellationToken);
        try
        {
            await projection.ApplyAsync(events, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.ReleaseSavepointAsync("part", cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException && e.GetBaseException() is not DbException { IsTransient: true })
        {
            await transaction.RollbackToSavepointAsync("part", cancellationToken);
            db.ChangeTracker.Clear();
            if (events.Length > 1)
            {
                var half = events.Length / 2;
                await KeepAsync(projection, events[..half], leftOut, cancellationToken);
                await KeepAsync(projection, events[half..], leftOut, cancellationToken);
            }
            else if (!isAgain)
                await KeepAsync(projection, events, leftOut, cancellationToken, isAgain: true);
            else
                LeaveOut(events[0], e, leftOut);
        }
    }

    private void LeaveOut(IEvent happened, Exception cause, List<string> leftOut)
    {
        var what = $"{happened.GetType().Name} {happened.Version} of {happened.Id}";
        log.LogError(cause, "A rebuild leaves out {Event}", what);
        leftOut.Add($"{what}: {cause.GetBaseException().Message}");
    }
}
