using System.Collections.Concurrent;
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

/// <summary>
/// Lets whoever moves the clock of a process wait until every sweep in it has looked again and found nothing to do. Registered where
/// that is wanted; sweeps then look as soon as they are asked.
/// </summary>
public sealed class SweepLooks
{
    private readonly ConcurrentDictionary<object, int> idle = new();
    private TaskCompletionSource asking = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int asked;

    /// <summary>Everybody is asked to look now: for those that look in another way than a sweep does.</summary>
    public event Action? Asking;

    /// <summary>Asks every sweep to look now.</summary>
    /// <returns>Once each of them has begun after this and found nothing, or the patience is over: one that fails never does.</returns>
    public async Task AllIdleAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var mine = Interlocked.Increment(ref asked);
        Interlocked.Exchange(ref asking, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        Asking?.Invoke();
        while (idle.Values.Any(last => last < mine) && Stopwatch.GetElapsedTime(begun) < patience)
            await Task.Delay(10, cancellationToken);
    }

    internal int Asked => Volatile.Read(ref asked);

    internal void Began(object sweep) => idle.TryAdd(sweep, -1);

    internal void Found(object sweep, int asked) => idle[sweep] = asked;

    internal void Ended(object sweep) => idle.TryRemove(sweep, out _);

    /// <summary>Waits for the pause to be over, or for somebody to ask after <paramref name="seen"/>.</summary>
    internal async Task WaitAsync(int seen, TimeSpan pause, CancellationToken cancellationToken)
    {
        var next = Volatile.Read(ref asking).Task;
        if (Asked == seen)
            await Task.WhenAny(next, Task.Delay(pause, cancellationToken));
    }
}

/// <summary>Runs a sweep every <c>Jobs:Seconds</c> seconds (15 by default); with 0, only when it is called, as tests do.</summary>
internal sealed class SweepRunner<TSweep>(
    IServiceScopeFactory scopes,
    IConfiguration configuration,
    PlatformMeters meters,
    ILogger<TSweep> log,
    SweepLooks? looks = null
) : BackgroundService
    where TSweep : class, ISweep
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(configuration.GetValue("Jobs:Seconds", 15.0));
        if (pause == TimeSpan.Zero)
            return;
        looks?.Began(this);
        while (!stoppingToken.IsCancellationRequested)
        {
            var asked = looks?.Asked ?? 0;
            try
            {
                while (await RunOnceAsync(stoppingToken) > 0)
                    asked = looks?.Asked ?? 0;
                looks?.Found(this, asked);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "{Sweep} failed; the next run takes it up", typeof(TSweep).Name);
            }
            await (looks?.WaitAsync(asked, pause, stoppingToken) ?? Task.Delay(pause, stoppingToken)).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing
            );
        }
        looks?.Ended(this);
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
