using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Contracts;
using Platform.Local;
using Platform.Returns;
using Platform.Returns.Chasing;
using Platform.Returns.Data;
using Platform.Returns.Returns;
using Platform.Returns.Schedule;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Benchmarks;

/// <summary>
/// One run of the chasing job over 10,000 and over 1,000,000 returns, 100 of them due: its cost depends on what is due alone.
/// </summary>
internal static class ChasingBenchmark
{
    private const int Due = 100;
    private const int Sweeps = 80;
    private static readonly DateTimeOffset Now = London.At(new(2025, 2, 3), new(9, 0));

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("platform-chasing-").FullName;
        await using (var postgres = await EmbeddedPostgres.StartAsync(Path.Combine(folder, "postgres"), cancellationToken))
        {
            await postgres.CreateDatabaseAsync("service", "service", "service");
            await using var app = ServiceHost.Build<ReturnsService>(
                [],
                builder =>
                {
                    builder.Configuration.AddInMemoryCollection(
                        new Dictionary<string, string?>
                        {
                            ["ConnectionStrings:Database"] = Connection(postgres.Port, "service"),
                            ["CallerKeys:Public"] = TestKeys.Callers.Published,
                            ["Jobs:Seconds"] = "0",
                        }
                    );
                    builder.Logging.ClearProviders();
                    builder.Services.AddSingleton(new InProcessTransport());
                    builder.Services.AddSingleton<TimeProvider>(new Stopped(Now));
                }
            );
            await ServiceHost.MigrateAsync(app);
            await using var database = NpgsqlDataSource.Create(Connection(postgres.Port, "service") + ";Command Timeout=600");
            await using (var scope = app.Services.CreateAsyncScope())
                await PatternAsync(scope.ServiceProvider.GetRequiredService<ReturnsContext>(), cancellationToken);
            // The first round warms up the JIT compiler.
            foreach (var (stored, counts) in new[] { (10_000, false), (10_000, true), (1_000_000, true) })
            {
                await FillAsync(database, stored, cancellationToken);
                var times = new List<double>();
                for (var sweep = 0; sweep < Sweeps; sweep++)
                {
                    await ExecuteAsync(
                        database,
                        $"""
                        update returns set next_chase_at = '{Now:O}', chasing = chasing - 'lastRung' where id in (select id
                        from returns where grant_reference <> 'PATTERN' limit {Due} offset {sweep * Due})
                        """,
                        cancellationToken
                    );
                    await using var scope = app.Services.CreateAsyncScope();
                    var started = Stopwatch.GetTimestamp();
                    var looked = await scope.ServiceProvider.GetRequiredService<ChaseOverdueReturns>().RunAsync(cancellationToken);
                    if (looked != Due)
                        throw new InvalidOperationException($"{looked} were due.");
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
                if (!counts)
                    continue;
                times.Sort();
                Console.WriteLine(
                    $"a sweep over {stored, 9:N0} returns, {Due} due     {Sweeps} sweeps   median {times[times.Count / 2], 5:N1} ms   "
                        + $"most {times[^1], 5:N1}"
                );
                await ExplainAsync(database, cancellationToken);
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    // One return as the service makes it, open and overdue; all others are copies of it.
    private static async Task PatternAsync(ReturnsContext db, CancellationToken cancellationToken)
    {
        var interventions = Enumerable
            .Range(1, 4)
            .Select(i => new Intervention(
                Guid.NewGuid(),
                $"Intervention {i}",
                "Locks, lights and visits",
                [new(new(2024), SpendKind.Capital, Money.FromPounds(90_000))],
                [new("homes target hardened", 130, TargetKind.UpTo)],
                ["Melton 001A"]
            ))
            .ToList();
        var programme = Programme.WithDefaults("Safer Streets");
        var grant = new GrantDetails(
            Guid.NewGuid(),
            "PATTERN",
            programme.Name,
            Partnership.Get("MEL"),
            "Safer Melton",
            "EXE005-24",
            new(2024, 10, 1),
            new(2024, 12, 31),
            interventions
        );
        var owed = Return.Schedule(
            Guid.NewGuid(),
            1,
            grant,
            new(new(2024), 3),
            new(DueRuleKind.LastDayOfMonthAfter),
            Now.AddDays(-120),
            Now.AddDays(-120)
        );
        owed.Open(owed.OpensAt);
        db.AddRange(programme, owed);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task FillAsync(NpgsqlDataSource database, int stored, CancellationToken cancellationToken)
    {
        string columns;
        await using (
            var command = database.CreateCommand(
                "select string_agg(quote_ident(column_name), ', ') from information_schema.columns where table_name = 'returns' and "
                    + "column_name not in ('id', 'grant_id', 'grant_reference', 'next_chase_at')"
            )
        )
            columns = (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        await ExecuteAsync(
            database,
            $"""
            delete from returns where grant_reference <> 'PATTERN';
            update returns set next_chase_at = null;
            insert into returns (id, grant_id, grant_reference, next_chase_at, {columns})
            select gen_random_uuid(), gen_random_uuid(), 'G' || n, '{Now:O}'::timestamptz + interval '1 day' * (1 + n % 900), {columns}
            from returns, generate_series(1, {stored}) n;
            """,
            cancellationToken
        );
        await ExecuteAsync(database, "vacuum analyze returns", cancellationToken);
    }

    private static async Task ExplainAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"explain select * from returns where next_chase_at <= '{Now:O}' order by next_chase_at limit 100 for update skip locked"
        );
        await using var plan = await command.ExecuteReaderAsync(cancellationToken);
        while (await plan.ReadAsync(cancellationToken))
            Console.WriteLine("    " + plan.GetString(0));
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Connection(int port, string name) =>
        $"Host=127.0.0.1;Port={port};Database={name};Username={name};Password={name};Options=-c platform.owner=*";

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
