using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Watches whether this service's queues are read. After an outage, endpoints have been seen to wait for ever although the broker answers.
/// After two minutes of that (<c>RabbitMq:NotReadySeconds</c>) the bus is restarted; after two more the process reports that it is not
/// alive, because MassTransit does not restart every endpoint: only a new process does. While the broker is away nothing can be done here,
/// and the time does not count.
/// </summary>
internal sealed class BusWatch(IBusControl bus, BrokerCheck broker, IConfiguration configuration, ILogger<BusWatch> log)
    : BackgroundService,
        IHealthCheck
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);
    private readonly TimeSpan patience = TimeSpan.FromSeconds(configuration.GetValue("RabbitMq:NotReadySeconds", 120.0));

    // Measured by the machine, not by the platform's clock, which a demonstration moves.
    private long? since;
    private bool isRestarted;
    private volatile bool isDead;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            isDead ? HealthCheckResult.Unhealthy("Queues are not read, even after the bus was started again.") : HealthCheckResult.Healthy()
        );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(patience / 10);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var waiting = bus.CheckHealth().Endpoints.Where(e => e.Value.Status != BusHealthStatus.Healthy).Select(e => e.Key).ToList();
        if (waiting.Count == 0)
            (isRestarted, isDead) = (false, false);
        if (waiting.Count == 0 || (await broker.CheckHealthAsync(new(), cancellationToken)).Status != HealthStatus.Healthy)
        {
            since = null;
            return;
        }
        since ??= Stopwatch.GetTimestamp();
        if (Stopwatch.GetElapsedTime(since.Value) < patience)
            return;
        if (isRestarted)
        {
            if (!isDead)
                log.LogCritical("Queues are still not read: {Queues}. This process wants to be started again", string.Join(", ", waiting));
            isDead = true;
            return;
        }
        log.LogError("Queues are not read: {Queues}. The bus is started again", string.Join(", ", waiting));
        (isRestarted, since) = (true, Stopwatch.GetTimestamp());
        await RestartAsync(cancellationToken);
    }

    private async Task RestartAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            stopping.CancelAfter(StopPatience);
            // A hung bus may not even stop when it is told to.
            await bus.StopAsync(stopping.Token).WaitAsync(stopping.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(e, "The bus did not stop");
        }
        // Returns once every queue is read, which may be never.
        _ = bus.StartAsync(cancellationToken)
            .ContinueWith(
                started => log.LogError(started.Exception, "The bus did not start again"),
                cancellationToken,
                TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default
            );
    }
}
