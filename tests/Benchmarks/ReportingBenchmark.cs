using System.Diagnostics;
using System.Net;
using Npgsql;
using Platform.Contracts;

namespace Platform.Benchmarks;

/// <summary>
/// What the office waits for: every dashboard page over ten years of a whole country, an event's way to the dashboard, and a rebuild.
/// </summary>
internal static class ReportingBenchmark
{
    private const int Readers = 2;
    private const int PerSecond = 20;

    /// <param name="pages">Whether to fill in ten years and read the pages first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(bool pages, CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, ReportingData.PartnershipsFile, cancellationToken);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Environment.SetEnvironmentVariable("Partnerships__File", file);
        try
        {
            await RunningPlatform.MeasureAsync((platform, stop) => MeasureAsync(platform, pages, stop), cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task MeasureAsync(RunningPlatform platform, bool pages, CancellationToken cancellationToken)
    {
        var today = London.DateOf(TimeProvider.System.GetUtcNow());
        await using var reporting = platform.Database("reporting");
        await using var returns = platform.Database("returns");
        await using var bids = platform.Database("bids");
        if (pages)
            await PagesAsync(platform, reporting, today, cancellationToken);
        await ReplayBenchmark.FillAsync(bids, returns, cancellationToken);
        await ReplayBenchmark.LatencyAsync(reporting, returns, cancellationToken);
        await ReplayBenchmark.RebuildAsync(platform, reporting, cancellationToken);
    }

    private static async Task PagesAsync(
        RunningPlatform platform,
        NpgsqlDataSource reporting,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var started = Stopwatch.GetTimestamp();
        await ReportingData.FillAsync(reporting, today, cancellationToken);
        Console.WriteLine(
            $"{await CountAsync(reporting, "grants"):N0} grants, {await CountAsync(reporting, "returns"):N0} returns, "
                + $"{await CountAsync(reporting, "figures"):N0} figures, "
                + $"{await CountAsync(reporting, "activities"):N0} lines of timelines stored in "
                + $"{Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s."
        );
        var year = FinancialYear.Of(today).ToString().Replace('/', '-');
        foreach (
            var page in (string[])
                [
                    "/",
                    "/reports",
                    "/reports?programme=Programme%201",
                    $"/reports?partnership={ReportingData.Code(7)}",
                    "/reports/overdue-partnerships",
                    "/reports/overdue",
                    "/reports/lateness",
                    "/reports/trend",
                    "/reports/returns",
                    "/reports/returns?came=late&sort=-working-days-late",
                    "/reports/targets?sort=-achieved",
                    "/reports/grants?sort=-allocated",
                    $"/reports/figures?grant=B7-{ReportingData.Code(7)}-01&said=spent",
                    "/reports/targets",
                    $"/reports/targets?year={year}&programme=Programme%202",
                    "/reports/indicators",
                    "/reports/money-programmes",
                    "/reports/money",
                    "/reports/grants",
                    "/reports/underspend",
                    "/reports/priorities",
                    "/reports/match",
                    $"/reports/match?partnership={ReportingData.Code(7)}",
                    $"/partnerships/{ReportingData.Code(7)}",
                ]
        )
            await PageAsync(platform, page, cancellationToken);
    }

    private static async Task PageAsync(RunningPlatform platform, string page, CancellationToken cancellationToken)
    {
        var clients = new List<HttpClient>();
        for (var i = 0; i < Readers; i++)
            clients.Add(await platform.ConnectAsync("officer@opcc.example", cancellationToken));
        await Load.RunAsync(
            page,
            Readers,
            async connection =>
            {
                using var answer = await clients[connection].GetAsync(page, cancellationToken);
                if (answer.StatusCode != HttpStatusCode.OK)
                    throw new InvalidOperationException($"{page} answered {answer.StatusCode}.");
                await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                return true;
            },
            TimeSpan.FromSeconds(10),
            PerSecond,
            cancellationToken,
            warmUp: 3
        );
        foreach (var client in clients)
            client.Dispose();
    }

    public static async Task<long> CountAsync(NpgsqlDataSource database, string table)
    {
        await using var command = database.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
