using System.Threading.RateLimiting;

namespace Platform.Notifications.Delivery;

/// <summary>Limits how many letters each replica gives a provider: <c>Mail:MostPerSecond</c>, <c>Mail:MostPerMinute</c>.</summary>
internal sealed class SendingLimit : IDisposable
{
    private readonly IReadOnlyList<RateLimiter> limits;

    public SendingLimit(IConfiguration configuration) =>
        limits = [
            .. Limit(configuration, "Mail:MostPerSecond", TimeSpan.FromSeconds(1)),
            .. Limit(configuration, "Mail:MostPerMinute", TimeSpan.FromMinutes(1)),
        ];

    /// <summary>Returns when one more may go.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        foreach (var limit in limits)
            (await limit.AcquireAsync(1, cancellationToken)).Dispose();
    }

    public void Dispose()
    {
        foreach (var limit in limits)
            limit.Dispose();
    }

    private static IEnumerable<RateLimiter> Limit(IConfiguration configuration, string key, TimeSpan window)
    {
        if (configuration[key] is not { Length: > 0 } set)
            yield break;
        if (!int.TryParse(set, out var most) || most < 1)
            throw new InvalidOperationException($"{key} is not a whole number of 1 or more: {set}.");
        yield return new SlidingWindowRateLimiter(
            new()
            {
                PermitLimit = most,
                Window = window,
                SegmentsPerWindow = 10,
                QueueLimit = int.MaxValue,
            }
        );
    }
}
