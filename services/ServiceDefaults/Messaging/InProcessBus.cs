using System.Collections.Concurrent;
using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Joins this service's bus to the process's transport while it runs. Memory keeps nothing until it is acknowledged, as a broker does: so
/// what this service has neither handled nor kept as failed after a minute (<c>Messages:UnhandledSeconds</c>) is given to it again. With 0
/// it never is, as in tests that empty the tables.
/// </summary>
internal sealed class InProcessBus(
    IBusControl bus,
    InProcessTransport transport,
    ConsumerIndex consumers,
    IServiceScopeFactory scopes,
    IConfiguration configuration,
    ILogger<InProcessBus> log
) : BackgroundService
{
    // At a time, the oldest first.
    private const int Most = 500;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private readonly TimeSpan patience = TimeSpan.FromSeconds(configuration.GetValue("Messages:UnhandledSeconds", 60.0));
    private readonly ConcurrentDictionary<Guid, Given> given = new();

    /// <summary>The messages that were not handled in time.</summary>
    public IEnumerable<Guid> Late => given.Where(g => g.Value.IsAgain).Select(g => g.Key);

    /// <summary>Gives a message to the consumers of this service.</summary>
    public Task TakeAsync(IEvent happened, Guid messageId, CancellationToken cancellationToken)
    {
        if (QueuesFor(happened).Any())
            given[messageId] = new(happened, Stopwatch.GetTimestamp(), patience, IsAgain: false);
        return Transport.PublishAsync(bus, happened, messageId, cancellationToken);
    }

    /// <summary>Whether nothing is under way.</summary>
    public async Task<bool> IsAllHandledAsync(CancellationToken cancellationToken)
    {
        var under = given.ToList();
        if (under.Count == 0)
            return true;
        var done = await DoneAsync([.. under.Select(g => g.Key)], cancellationToken);
        foreach (var message in under.Where(g => IsDone(g.Key, g.Value.Happened, done)))
            given.TryRemove(message);
        return given.IsEmpty;
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, cancellationToken);
        transport.Add(this);
        await base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        transport.Remove(this);
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (patience == TimeSpan.Zero)
            return;
        using var timer = new PeriodicTimer(patience / 6);
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (await timer.WaitForNextTickAsync(stoppingToken))
                    await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "What is not handled could not be found out; it is tried again");
            }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var due = given.Where(g => g.Value.IsDue).OrderBy(g => g.Value.At).Take(Most).ToList();
        if (due.Count == 0)
            return;
        var done = await DoneAsync([.. due.Select(g => g.Key)], cancellationToken);
        foreach (var message in due)
        {
            var (id, (happened, _, pause, _)) = message;
            var missing = QueuesFor(happened).Where(queue => !done.Contains((id, queue))).ToList();
            if (missing.Count == 0)
            {
                given.TryRemove(message);
                continue;
            }
            log.LogWarning(
                "Message {MessageId} ({MessageType}) is not handled by {Queues} after {Pause}; it is given to them again",
                id,
                happened.GetType().Name,
                string.Join(", ", missing),
                pause
            );
            var longer = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            given.TryUpdate(id, new(happened, Stopwatch.GetTimestamp(), longer, IsAgain: true), message.Value);
            await Transport.PublishAsync(bus, happened, id, cancellationToken);
        }
    }

    private async Task<HashSet<(Guid, string)>> DoneAsync(Guid[] messages, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        var handled = await db.Set<HandledMessage>()
            .Where(m => messages.Contains(m.MessageId))
            .Select(m => new { m.MessageId, Queue = m.Consumer })
            .ToListAsync(cancellationToken);
        // Somebody must look at these before they are tried again.
        var kept = await db.Set<FailedMessage>()
            .Where(m => messages.Contains(m.MessageId) && m.State == FailedMessageState.Waiting)
            .Select(m => new { m.MessageId, m.Queue })
            .ToListAsync(cancellationToken);
        return [.. handled.Concat(kept).Select(m => (m.MessageId, m.Queue))];
    }

    private bool IsDone(Guid message, IEvent happened, HashSet<(Guid, string)> done) =>
        QueuesFor(happened).All(queue => done.Contains((message, queue)));

    private IEnumerable<string> QueuesFor(IEvent happened) =>
        consumers.Queues.Where(q => q.Value.Contains(happened.GetType().Name)).Select(q => q.Key);

    /// <param name="Happened">The message.</param>
    /// <param name="At">When it was last given to this service, by the machine's clock: the platform's may be moved.</param>
    /// <param name="Pause">How long it then has time.</param>
    /// <param name="IsAgain">Whether it was given more than once.</param>
    private sealed record Given(IEvent Happened, long At, TimeSpan Pause, bool IsAgain)
    {
        public bool IsDue => Stopwatch.GetElapsedTime(At) > Pause;
    }
}
