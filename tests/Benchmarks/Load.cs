using System.Collections.Concurrent;
using System.Diagnostics;

namespace Platform.Benchmarks;

/// <summary>Requests over some connections, and how long each took from the first byte sent to the last received.</summary>
internal static class Load
{
    /// <summary>Each connection sends its next request as soon as it is answered, or all of them together send so many a second.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="connections">One client each.</param>
    /// <param name="ask">The next request of a connection; false when there is nothing left to ask.</param>
    /// <param name="duration">How long.</param>
    /// <param name="perSecond">The pace of all together; null for as fast as they are answered.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="warmUp">How many seconds are not counted.</param>
    public static async Task RunAsync(
        string name,
        int connections,
        Func<int, Task<bool>> ask,
        TimeSpan duration,
        int? perSecond,
        CancellationToken cancellationToken,
        int warmUp = 10
    )
    {
        // The first seconds warm up the JIT compiler.
        await AskAsync(connections, ask, TimeSpan.FromSeconds(warmUp), perSecond ?? 100, cancellationToken);
        var watch = Stopwatch.StartNew();
        var sorted = (await AskAsync(connections, ask, duration, perSecond, cancellationToken)).Order().ToArray();
        if (sorted.Length == 0)
            throw new InvalidOperationException($"{name}: nothing was measured.");
        Console.WriteLine(
            $"{name, -52} {sorted.Length, 6:N0} requests {sorted.Length / watch.Elapsed.TotalSeconds, 6:N0}/s  median {At(0.5), 6:N1} ms "
                + $" 90% {At(0.9), 6:N1}  99% {At(0.99), 6:N1}  most {sorted[^1], 6:N1}"
        );

        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }

    private static async Task<ConcurrentBag<double>> AskAsync(
        int connections,
        Func<int, Task<bool>> ask,
        TimeSpan duration,
        int? perSecond,
        CancellationToken cancellationToken
    )
    {
        var times = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(async connection =>
                {
                    var next = TimeSpan.FromSeconds(connection / (double)(perSecond ?? 1));
                    while (watch.Elapsed < duration && !cancellationToken.IsCancellationRequested)
                    {
                        if (perSecond is { } pace)
                        {
                            if (next > watch.Elapsed)
                                await Task.Delay(next - watch.Elapsed, cancellationToken);
                            next += TimeSpan.FromSeconds(connections / (double)pace);
                        }
                        var started = Stopwatch.GetTimestamp();
                        if (!await ask(connection))
                            return;
                        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    }
                })
        );
        return times;
    }
}
