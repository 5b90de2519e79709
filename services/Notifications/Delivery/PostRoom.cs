using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Telemetry;

namespace Platform.Notifications.Delivery;

/// <summary>
/// Delivers letters as soon as they are written, in <c>Mail:Lanes</c> (4) lanes. A lane that finds a letter wakes the next one. Each lane
/// also looks every <c>Mail:Lanes</c> seconds, in turn, so other replicas' letters, and those due for another attempt, wait about a
/// second. Off with <c>Jobs:Seconds=0</c>.
/// </summary>
internal sealed class PostRoom(
    IServiceScopeFactory scopes,
    IConfiguration configuration,
    LetterSignal signal,
    MailProvider provider,
    PlatformMeters meters,
    ILogger<PostRoom> log,
    SweepLooks? looks = null
) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lanes = configuration.GetValue("Mail:Lanes", 4);
        if (looks is not null)
            looks.Asking += signal.Set;
        return configuration.GetValue("Jobs:Seconds", 15.0) == 0
            ? Task.CompletedTask
            : Task.WhenAll(
                Enumerable
                    .Range(1, lanes)
                    .Select(lane => RunLaneAsync(TimeSpan.FromSeconds(lane), TimeSpan.FromSeconds(lanes), stoppingToken))
            );
    }

    private async Task RunLaneAsync(TimeSpan first, TimeSpan pause, CancellationToken stoppingToken)
    {
        for (var wait = first; !stoppingToken.IsCancellationRequested; wait = pause)
        {
            try
            {
                await DeliverAllAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Delivering letters stopped; they stay queued and are tried again");
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await ((Task)signal.WaitAsync(wait, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task DeliverAllAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var deliver = scope.ServiceProvider.GetRequiredService<DeliverLetters>();
        var any = false;
        while (await deliver.RunAsync(stoppingToken) > 0)
        {
            any = true;
            meters.SweepsDone.Add(1, new KeyValuePair<string, object?>("sweep", nameof(DeliverLetters)));
            signal.Set();
        }
        if (any)
            await provider.RestAsync();
    }
}
