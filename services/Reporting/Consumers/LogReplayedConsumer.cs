using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Reporting.Consumers;

/// <summary>Keeps a page of a log that is replayed, and asks for the next one in the same transaction.</summary>
internal sealed class LogReplayedConsumer(ReportingContext db, GrantSums sums, IEnumerable<Projection> projections, TimeProvider time) : IConsumer<LogReplayed>
{
    public async Task Consume(ConsumeContext<LogReplayed> context)
    {
        var (page, cancellation) = (context.Message.Page, context.CancellationToken);
        if (await db.Set<LogReplay>().SingleOrDefaultAsync(r => r.Id == context.Message.Id, cancellation) is not { } replay || !replay.Expects(page)) return;
        sums.Later = true;
        var events = LogPages.Read(page);
        foreach (var projection in projections)
        {
            var takes = projection.Takes.ToHashSet();
            if (events.Where(e => takes.Contains(e.GetType().Name)).ToList() is { Count: > 0 } taken) await projection.ApplyAsync(taken, cancellation);
        }
        replay.Advance(page, time.GetUtcNow());
    }
}
