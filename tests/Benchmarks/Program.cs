using Platform.Benchmarks;

// Measures the platform as it runs for real: five processes over RabbitMQ, asked through the gateway; letters and chasing, by their service alone. README.md has the numbers.
Func<CancellationToken, Task>? benchmark = args switch
{
    ["bids"] => cancellation => RunningPlatform.MeasureAsync(BidsBenchmark.RunAsync, cancellation),
    ["reporting"] => ReportingBenchmark.RunAsync,
    ["letters"] => LettersBenchmark.RunAsync,
    ["chasing"] => ChasingBenchmark.RunAsync,
    _ => null,
};
if (benchmark is null)
{
    Console.Error.WriteLine("Say what to measure: bids, reporting, letters or chasing");
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
