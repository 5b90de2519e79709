using Platform.Benchmarks;

// Measures the platform as it runs for real: five processes over RabbitMQ, asked through the gateway; letters, chasing and open data, by
// the one service that does the work. README.md has the numbers.
Func<CancellationToken, Task>? benchmark = args switch
{
    ["bids"] => cancellationToken => RunningPlatform.MeasureAsync(BidsBenchmark.RunAsync, cancellationToken),
    ["reporting"] => cancellationToken => ReportingBenchmark.RunAsync(true, cancellationToken),
    ["replay"] => cancellationToken => ReportingBenchmark.RunAsync(false, cancellationToken),
    ["letters"] => LettersBenchmark.RunAsync,
    ["chasing"] => ChasingBenchmark.RunAsync,
    ["opendata"] => OpenDataBenchmark.RunAsync,
    ["audit"] => AuditBenchmark.RunAsync,
    _ => null,
};
if (benchmark is null)
{
    Console.Error.WriteLine("Say what to measure: bids, reporting, replay, letters, chasing, opendata or audit");
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
