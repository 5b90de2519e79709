using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>Publishes again, at the start of a process with in-memory messages, every event that a consumer has not handled.</summary>
public static class Replay
{
    /// <summary>Publishes what the services' logs hold as sent and one of their consumers has not handled.</summary>
    /// <param name="services">The services of this process, started.</param>
    /// <param name="transport">Their buses.</param>
    /// <param name="before">When this process started: what was sent later is still on its way.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many events.</returns>
    public static async Task<int> UnhandledAsync(
        IReadOnlyCollection<IHost> services,
        InProcessTransport transport,
        DateTimeOffset before,
        CancellationToken cancellationToken
    )
    {
        var handled = new HashSet<(Guid, string)>();
        foreach (var service in services)
            await InContextAsync(
                service,
                async db =>
                {
                    foreach (var row in await db.Set<HandledMessage>().AsNoTracking().ToListAsync(cancellationToken))
                        handled.Add((row.MessageId, row.Consumer));
                }
            );
        var queues = services.SelectMany(s => s.Services.GetRequiredService<ConsumerIndex>().Queues).ToList();
        var count = 0;
        foreach (var service in services)
            await InContextAsync(
                service,
                async db =>
                {
                    var sent = await db.Set<EventLogRow>()
                        .AsNoTracking()
                        .Where(r => r.SentAt < before)
                        .OrderBy(r => r.Position)
                        .Select(r => new { r.Id, r.Type })
                        .ToListAsync(cancellationToken);
                    foreach (var lost in sent.Where(r => queues.Any(q => q.Value.Contains(r.Type) && !handled.Contains((r.Id, q.Key)))))
                    {
                        var row = await db.Set<EventLogRow>().AsNoTracking().SingleAsync(r => r.Id == lost.Id, cancellationToken);
                        await transport.PublishAsync(row.Read(), row.Id, cancellationToken);
                        count++;
                    }
                }
            );
        return count;
    }

    private static async Task InContextAsync(IHost service, Func<DbContext, Task> act)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<DbContext>());
    }
}
