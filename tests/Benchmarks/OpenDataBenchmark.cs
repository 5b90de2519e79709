using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Local;
using Platform.Reporting;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Benchmarks;

/// <summary>
/// 1,000,000 figures of 15,000 grants as one CSV file: how long it takes, and how much more memory the process has while it is sent.
/// </summary>
internal static class OpenDataBenchmark
{
    private const int Grants = 15_000;
    private const int Figures = 1_000_000;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("platform-open-data-").FullName;
        await using (var postgres = await EmbeddedPostgres.StartAsync(Path.Combine(folder, "postgres"), cancellationToken))
        {
            await postgres.CreateDatabaseAsync("service", "service", "service");
            await using var app = ServiceHost.Build<ReportingService>(
                [],
                builder =>
                {
                    builder.Configuration.AddInMemoryCollection(
                        new Dictionary<string, string?>
                        {
                            ["ConnectionStrings:Database"] = Connection(postgres.Port, "service"),
                            ["CallerKeys:Public"] = TestKeys.Callers.Published,
                            ["urls"] = "http://127.0.0.1:0",
                            ["Jobs:Seconds"] = "0",
                        }
                    );
                    builder.Logging.ClearProviders();
                    builder.Services.AddSingleton(new InProcessTransport());
                }
            );
            await ServiceHost.MigrateAsync(app);
            await app.StartAsync(cancellationToken);
            await FillAsync(Connection(postgres.Port, "service") + ";Command Timeout=600;Search Path=public,read", cancellationToken);
            using var http = new HttpClient { BaseAddress = new(app.Urls.First()), Timeout = TimeSpan.FromMinutes(10) };
            // The first round warms up the JIT compiler.
            foreach (
                var address in new[]
                {
                    "/funding/data/rounds.csv",
                    "/funding/data/figures.csv",
                    "/funding/data/grants.csv",
                    "/funding/data/360giving.json",
                }
            )
                await MeasureAsync(http, address, cancellationToken);
            await VersionAsync(http, cancellationToken);
            await app.StopAsync(cancellationToken);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task MeasureAsync(HttpClient http, string address, CancellationToken cancellationToken)
    {
        var live = GC.GetTotalMemory(forceFullCollection: true);
        var process = Environment.WorkingSet;
        var started = Stopwatch.GetTimestamp();
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[64 * 1024];
        var bytes = 0L;
        var rows = 0L;
        var most = 0L;
        var mostOfProcess = 0L;
        for (int read, part = 0; (read = await body.ReadAsync(buffer, cancellationToken)) > 0; part++)
        {
            bytes += read;
            rows += buffer.AsSpan(0, read).Count((byte)'\n');
            if (part % 50 != 0)
                continue;
            mostOfProcess = Math.Max(mostOfProcess, Environment.WorkingSet - process);
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - live);
        }
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(
            $"{address, -30} {rows, 9:N0} lines  {bytes / 1e6, 7:N1} MB  {seconds, 6:N1} s   extra memory: {most / 1e6, 5:N1} MB live, "
                + $"{mostOfProcess / 1e6, 5:N1} MB of the process"
        );
    }

    private static async Task VersionAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var i = 0; i < 300; i++)
        {
            using var head = new HttpRequestMessage(HttpMethod.Head, "/funding/data/figures.csv");
            var started = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(head, cancellationToken);
            if (i >= 100)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(
            $"whether figures.csv has changed  {times.Count} requests   median {times[times.Count / 2]:N1} ms  99% "
                + $"{times[times.Count * 99 / 100]:N1}"
        );
    }

    private static async Task FillAsync(string connection, CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        await using var command = database.CreateCommand(
            $$"""
            insert into decisions (id, version, reference, title, step, decided_on, is_public, is_record_public, details)
            select gen_random_uuid(), 1, 'EXE' || n, 'Grants ' || n, 'Decided', date '2015-04-01' + n, true, true,
            jsonb_build_object('reference', 'EXE' || n, 'title', 'Grants', 'bids', '[]'::jsonb) from generate_series(1, 500) n;
            insert into grants (id, version, reference, bid_id, decision_reference, programme, partnership, title, delivery_from,
            delivery_to, amount, original, priority_percent, is_added_up)
            select gen_random_uuid(), 1, 'G-' || lpad(n::text, 6, '0'), gen_random_uuid(), 'EXE' || (1 + n % 500), 'Safer Streets',
            (array['MEL','RUT','LEI','BLA'])[1 + n % 4], 'Safer homes ' || n,
                '2024-04-01', '2026-03-31', 5000000, 5000000, 0, true from generate_series(1, {{Grants}}) n;
            insert into grant_documents (grant_id, details)
            select g.id, jsonb_build_object('bidId', g.bid_id, 'reference', g.reference, 'programme', g.programme, 'partnership',
            g.partnership, 'title', g.title, 'decisionReference', g.decision_reference,
                'deliveryFrom', '2024-04-01', 'deliveryTo', '2026-03-31', 'original', '[]'::jsonb, 'variations', '[]'::jsonb,
                'conditions', '[]'::jsonb, 'match', '[]'::jsonb, 'interventions',
                jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'name', 'Target hardening',
            'description', repeat('Locks and lights. ', 20),
                'outputs', '[]'::jsonb, 'areas', '[]'::jsonb,
                    'budget', jsonb_build_array(jsonb_build_object('year', '2024/25', 'kind', 'Revenue',
                    'amount', '50000.00'))))) from grants g;
            insert into figures (return_id, number, grant_id, intervention_id, quarter, about, measure, name, amount,
            is_challenged)
            select r.id, f, r.grant_id, gen_random_uuid(), '2024/25 Q1', '2024/25 Q1',
            (array['Capital','Revenue','Achieved','MatchCash'])[1 + f % 4], 'homes target hardened', f * 1000, false
            from (select gen_random_uuid() as id, g.id as grant_id from grants g, generate_series(1, {{Figures}} / 10 / {{Grants}} + 1)
            limit {{Figures}} / 10) r, generate_series(1, 10) f;
            """
        );
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(cancellationToken);
        await using var analyse = database.CreateCommand("vacuum analyze");
        await analyse.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Connection(int port, string name) =>
        $"Host=127.0.0.1;Port={port};Database={name};Username={name};Password={name};Options=-c platform.owner=*";
}
