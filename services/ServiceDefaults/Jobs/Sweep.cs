using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.ServiceDefaults.Telemetry;

namespace Platform.ServiceDefaults.Jobs;

/// <summary>
/// A job that asks "what is due and not done", takes some of it with <c>for update skip locked</c>, does it, and commits. Missing a run,
/// or running twice, changes nothing.
/// </summary>
public interface ISweep
{
    /// <summary>Does a batch of what is due.</summary>
    /// <returns>How many things it did; it is called again at once until that is 0.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);
}

/// <summary>Runs a sweep every <c>Jobs:Seconds</c> seconds (15 by default); with 0, only when it is called, as tests do.</summary>
internal sealed class SweepRunner<TSweep>(
    IServiceScopeFactory scopes,
    IConfiguration configuration,
    PlatformMeters meters,
    ILogger<TSweep> log
) : BackgroundService
    where TSweep : class, ISweep
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(configuration.GetValue("Jobs:Seconds", 15.0));
        if (pause == TimeSpan.Zero)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RunOnceAsync(stoppingToken) > 0) { }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "{Sweep} failed; the next run takes it up", typeof(TSweep).Name);
            }
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> RunOnceAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var activity = PlatformActivity.Source.StartActivity($"sweep {typeof(TSweep).Name}", ActivityKind.Internal, parentId: null);
        var done = await scope.ServiceProvider.GetRequiredService<TSweep>().RunAsync(stoppingToken);
        meters.SweepsDone.Add(done, new KeyValuePair<string, object?>("sweep", typeof(TSweep).Name));
        if (done == 0 && activity is not null)
            activity.IsAllDataRequested = false;
        return done;
    }
}
