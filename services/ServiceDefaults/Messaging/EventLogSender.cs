using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.ServiceDefaults.Persistence;
using Platform.ServiceDefaults.Telemetry;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Publishes event-log rows that no broker has confirmed. Several replicas share the work (<c>for update skip locked</c>). A process that
/// dies between publishing and marking publishes again under the same message id, which consumers recognise.
/// </summary>
internal sealed class EventLogSender(
    IServiceScopeFactory scopes,
    Transport transport,
    EventLogSignal signal,
    PlatformMeters meters,
    ILogger<EventLogSender> log
) : BackgroundService
{
    private const int Batch = 200;

    // A row may be committed after rows of a higher position. So each look goes back this many positions, and every few seconds over all.
    private const int Overlap = 1000;
    private static readonly TimeSpan WholeLog = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private long sentTo;
    private long lookedOverAll;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var committed = signal.Next;
            try
            {
                while (transport.IsReady && await SendBatchAsync(stoppingToken) == Batch) { }
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "Sending events stopped; they stay in the log and are tried again");
            }
            await committed.WaitAsync(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> SendBatchAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(stoppingToken);
        var from = From();
        var rows = await db.Set<EventLogRow>()
            .FromSql(
                $"""
                select * from event_log where sent_at is null and position > {from} and (not_before is null or
                not_before <= now()) order by position limit {Batch} for update skip locked
                """
            )
            .ToListAsync(stoppingToken);
        if (rows.Count == 0)
            return 0;
        sentTo = rows[^1].Position;
        var results = await Task.WhenAll(rows.Select(row => SendAsync(row, stoppingToken)));
        await db.SaveChangesAsync(stoppingToken);
        await transaction.CommitAsync(stoppingToken);
        meters.EventsSent.Add(results.Count(sent => sent));
        return results.All(sent => sent) ? rows.Count : 0;
    }

    // While a backup or an analysis holds an old snapshot, the index keeps every row sent since: this avoids stepping over them each time.
    private long From()
    {
        if (sentTo > 0 && Stopwatch.GetElapsedTime(lookedOverAll) < WholeLog)
            return sentTo - Overlap;
        lookedOverAll = Stopwatch.GetTimestamp();
        return 0;
    }

    private async Task<bool> SendAsync(EventLogRow row, CancellationToken stoppingToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var activity = PlatformActivity.Source.StartActivity($"send {row.Type}", ActivityKind.Producer, row.Traceparent);
        try
        {
            await transport.PublishAsync(row.Read(), row.Id, stoppingToken);
            row.SentAt = now;
            row.LastError = null;
            row.NotBefore = null;
            return true;
        }
        catch (Exception e) when (e is JsonException or MessageReturnedException or SerializationException)
        {
            // The fault is this row's, not the broker's: it waits longer each time, can be seen, and holds no other row back.
            row.Attempts++;
            row.LastError = e.Message;
            row.NotBefore = now + TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, row.Attempts)));
            activity?.SetStatus(ActivityStatusCode.Error, e.Message);
            log.LogError(e, "Event {EventId} ({EventType}) cannot be sent; attempt {Attempt}", row.Id, row.Type, row.Attempts);
            return false;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            row.LastError = e.Message;
            activity?.SetStatus(ActivityStatusCode.Error, e.Message);
            return false;
        }
    }
}
