using Platform.Benchmarks;

// Measures the platform as it runs for real: five processes over RabbitMQ, asked through the gateway; letters, chasing and open data, by
// their service alone. README.md has the numbers.
Func<CancellationToken, Task>? benchmark = args switch
{
    ["bids"] => cancellation => RunningPlatform.MeasureAsync(BidsBenchmark.RunAsync, cancellation),
    ["reporting"] => cancellation => ReportingBenchmark.RunAsync(true, cancellation),
    ["replay"] => cancellation => ReportingBenchmark.RunAsync(false, cancellation),
    ["letters"] => LettersBenchmark.RunAsync,
    ["chasing"] => ChasingBenchmark.RunAsync,
    ["opendata"] => OpenDataBenchmark.RunAsync,
    _ => null,
};
if (benchmark is null)
{
    Console.Error.WriteLine("Say what to measure: bids, reporting, replay, letters, chasing or opendata");
    return 1;
}
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
await benchmark(stop.Token);
return 0;
