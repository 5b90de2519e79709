using Platform.Benchmarks;

// Measures the platform as it runs for real: five processes over RabbitMQ, asked through the gateway. README.md has the numbers.
Func<RunningPlatform, CancellationToken, Task>? benchmark = args switch
{
    ["bids"] => BidsBenchmark.RunAsync,
    _ => null,
};
if (benchmark is null)
{
    Console.Error.WriteLine("Say what to measure: bids");
    return 1;
}
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
await using var platform = await RunningPlatform.StartAsync(stop.Token);
await benchmark(platform, stop.Token);
return 0;
