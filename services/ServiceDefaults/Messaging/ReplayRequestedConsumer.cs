using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Reads a page of this service's log for a service that rebuilds its tables. The page is published without an entry in a log: a lost page
/// is asked for again.
/// </summary>
internal sealed class ReplayRequestedConsumer(DbContext db, ServiceName service, Transport transport, TimeProvider time)
    : IConsumer<ReplayRequested>
{
    public async Task Consume(ConsumeContext<ReplayRequested> context)
    {
        var asked = context.Message;
        var replay = context.Message.Details;
        var cancellationToken = context.CancellationToken;
        if (replay.Source != service.Value)
            return;
        var log = db.Set<EventLogRow>().AsNoTracking();
        var until = replay.Until ?? await log.OrderByDescending(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken);
        var wanted = log.Where(r => r.Id <= until && replay.Types.Contains(r.Type));
        long? total = replay.After is null ? await wanted.LongCountAsync(cancellationToken) : null;
        var rows = await wanted
            .Where(r => replay.After == null || r.Id > replay.After)
            .OrderBy(r => r.Id)
            .Take(replay.Most)
            .Select(r => new
            {
                r.Id,
                r.Type,
                r.SchemaVersion,
                r.Json,
                r.Personal,
            })
            .ToListAsync(cancellationToken);
        var page = new LogPage(
            replay.After,
            rows.LastOrDefault()?.Id,
            until,
            rows.Count,
            total,
            LogPages.Write(rows.Select(r => (r.Type, EventLogRow.Whole(r.Type, r.SchemaVersion, r.Json, r.Personal))))
        );
        await transport.PublishAsync(
            new LogReplayed(asked.Id, asked.Version, time.GetUtcNow(), Person.Platform, page),
            Guid.CreateVersion7(),
            cancellationToken
        );
    }
}
