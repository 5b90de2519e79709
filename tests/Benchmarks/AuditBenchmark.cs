using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Contracts;
using Platform.Local;
using Platform.Returns;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Benchmarks;

/// <summary>A look for tampering at a log of 100,000 events, eight to a thing, and at one four times as long: speed and memory.</summary>
internal static class AuditBenchmark
{
    private const int Events = 100_000;
    private const int OfOne = 8;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("platform-audit-").FullName;
        await using (var postgres = await EmbeddedPostgres.StartAsync(Path.Combine(folder, "postgres"), cancellationToken))
        {
            await postgres.CreateDatabaseAsync("service", "service", "service");
            var connection =
                $"Host=127.0.0.1;Port={postgres.Port};Database=service;Username=service;Password=service;Options=-c platform.owner=*";
            await using var app = ServiceHost.Build<ReturnsService>(
                [],
                builder =>
                {
                    builder.Configuration.AddInMemoryCollection(
                        new Dictionary<string, string?>
                        {
                            ["ConnectionStrings:Database"] = connection,
                            ["CallerKeys:Public"] = TestKeys.Callers.Published,
                            ["Jobs:Seconds"] = "0",
                        }
                    );
                    builder.Logging.ClearProviders();
                    builder.Services.AddSingleton(new InProcessTransport());
                }
            );
            await ServiceHost.MigrateAsync(app);
            await using var database = NpgsqlDataSource.Create(connection + ";Command Timeout=600");
            // The first round warms up the JIT compiler.
            foreach (var events in new[] { 1_000, Events - 1_000, 3 * Events })
            {
                await FillAsync(database, events, cancellationToken);
                await AuditCommand.RunAsync(app.Services, null, Console.Out, TextWriter.Null);
                Console.WriteLine($"    {GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024:N1} MB live");
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task FillAsync(NpgsqlDataSource database, int events, CancellationToken cancellationToken)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        {
            await using var copy = await connection.BeginBinaryImportAsync(
                "copy event_log (id, aggregate, version, type, json, actor, occurred_at, previous_hash, hash, attempts, schema_version) "
                    + "from stdin (format binary)",
                cancellationToken
            );
            EventLogRow? before = null;
            for (var n = 0; n < events; n++)
            {
                var row = Row(n % OfOne == 0 ? null : before);
                before = row;
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(row.Id, cancellationToken);
                await copy.WriteAsync(row.Aggregate, cancellationToken);
                await copy.WriteAsync(row.Version, cancellationToken);
                await copy.WriteAsync(row.Type, cancellationToken);
                await copy.WriteAsync(row.Json, NpgsqlTypes.NpgsqlDbType.Json, cancellationToken);
                await copy.WriteAsync(row.Actor, cancellationToken);
                await copy.WriteAsync(row.OccurredAt, cancellationToken);
                await copy.WriteAsync(row.PreviousHash, cancellationToken);
                await copy.WriteAsync(row.Hash, cancellationToken);
                await copy.WriteAsync(0, cancellationToken);
                await copy.WriteAsync(row.SchemaVersion, cancellationToken);
            }
            await copy.CompleteAsync(cancellationToken);
        }
        await using var analyze = database.CreateCommand("vacuum analyze event_log");
        await analyze.ExecuteNonQueryAsync(cancellationToken);
    }

    // About as long as a return's: two thousand characters.
    private static EventLogRow Row(EventLogRow? before)
    {
        var (thing, version) = (before?.Aggregate ?? Guid.CreateVersion7(), (before?.Version ?? 0) + 1);
        return new EventLogRow
        {
            Id = Guid.CreateVersion7(),
            Aggregate = thing,
            Version = version,
            Type = nameof(RoundOpened),
            Json = JsonSerializer.Serialize(new { Id = thing, Details = new { Name = new string('n', 2000) } }, Doors.Json),
            OccurredAt = DateTimeOffset.UnixEpoch,
            PreviousHash = before?.Hash,
        }.Sealed();
    }
}
