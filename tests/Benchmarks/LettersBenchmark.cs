using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Contracts;
using Platform.Local;
using Platform.Notifications;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Benchmarks;

/// <summary>
/// How fast letters leave: the Notifications service, a PostgreSQL that flushes to disk, and a mail server, all on this machine.
/// </summary>
internal static class LettersBenchmark
{
    private const int Queued = 10_000;
    private const int Single = 300;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("platform-letters-").FullName;
        using var sink = new SmtpSink();
        await using (var postgres = await EmbeddedPostgres.StartAsync(Path.Combine(folder, "postgres"), cancellationToken))
        {
            await postgres.CreateDatabaseAsync("service", "service", "service");
            var transport = new InProcessTransport();
            await using var app = ServiceHost.Build<NotificationsService>(
                [],
                builder =>
                {
                    builder.Configuration.AddInMemoryCollection(Settings(postgres.Port, sink.Port));
                    builder.Logging.ClearProviders();
                    builder.Services.AddSingleton(transport);
                }
            );
            await ServiceHost.MigrateAsync(app);
            await app.StartAsync(cancellationToken);
            await using var database = NpgsqlDataSource.Create(Connection(postgres.Port, "service"));
            await OneByOneAsync(transport, sink, cancellationToken);
            await AllAtOnceAsync(database, sink, cancellationToken);
            await app.StopAsync(cancellationToken);
        }
        Directory.Delete(folder, recursive: true);
    }

    // From the event's publication to the mail server's acceptance: the consumer, its transaction, the lane that it wakes.
    private static async Task OneByOneAsync(InProcessTransport transport, SmtpSink sink, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var lead = new Person(Guid.NewGuid(), "Sam Carter");
        await transport.PublishAsync(
            new ContactChanged(
                lead.UserId,
                1,
                now,
                Person.Platform,
                new(lead.Name, "sam@melton.example", Partnership.Get("MEL"), [Roles.PartnerLead], true)
            ),
            Guid.NewGuid(),
            cancellationToken
        );
        await Task.Delay(1000, cancellationToken);
        var times = new List<double>();
        for (var i = 0; i < Single + 50; i++)
        {
            var about = new ReturnDetails(
                Guid.NewGuid(),
                "SS5-MEL-01",
                "Safer Streets",
                "Locks",
                Partnership.Get("MEL"),
                new(new(2024), 2),
                new(2024, 10, 1),
                new(2024, 10, 31),
                ReturnState.Submitted,
                [],
                now,
                0
            );
            var (before, started) = (sink.Taken.Count, Stopwatch.GetTimestamp());
            await transport.PublishAsync(new ReturnSubmitted(Guid.NewGuid(), 5, now, lead, about), Guid.NewGuid(), cancellationToken);
            while (sink.Taken.Count == before)
                await Task.Delay(1, cancellationToken);
            if (i >= 50)
                times.Add(Stopwatch.GetElapsedTime(started, sink.Taken.Last().At).TotalMilliseconds);
            await Task.Delay(20, cancellationToken);
        }
        times.Sort();
        Console.WriteLine(
            $"a receipt, from the event to the mail server   {times.Count, 6:N0} letters   median {times[times.Count / 2], 6:N1} ms  99% "
                + $"{times[times.Count * 99 / 100], 6:N1}  most {times[^1], 6:N1}"
        );
    }

    private static async Task AllAtOnceAsync(NpgsqlDataSource database, SmtpSink sink, CancellationToken cancellationToken)
    {
        sink.Taken.Clear();
        await using var insert = database.CreateCommand(
            $"""
            insert into letters (id, about_id, about_version, is_request, occasion, partnership, is_to_officers, recipient_id, to_name,
            to_address, subject, text, html,
                state, queued_at, attempts, not_before, version, about_reference)
            select gen_random_uuid(), gen_random_uuid(), 1, true, 'rung +1', 'MEL', false, gen_random_uuid(), 'Person ' || n, 'person'
            || n || '@melton.example',
                'Overdue: quarter 2 return for Melton (was due 31 October 2024)', repeat('We do not have your return. ', 30),
                '<p>' || repeat('We do not have your return. ', 30) || '</p>',
                'Queued', now(), 0, now(), 0, 'SS5-MEL-01/2024-25-q2' from generate_series(1, {Queued}) n
            """
        );
        insert.CommandTimeout = 120;
        await insert.ExecuteNonQueryAsync(cancellationToken);
        var watch = Stopwatch.StartNew();
        await using var waiting = database.CreateCommand("select count(*) from letters where state <> 'Sent'");
        while ((long)(await waiting.ExecuteScalarAsync(cancellationToken))! > 0)
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(5))
                throw new InvalidOperationException("The letters did not leave in five minutes.");
            await Task.Delay(100, cancellationToken);
        }
        var (seconds, taken) = (watch.Elapsed.TotalSeconds, sink.Taken.Select(t => t.Id).ToList());
        Console.WriteLine(
            $"reminders due at once                          {taken.Count, 6:N0} letters   {seconds, 6:N1} s  "
                + $"{taken.Count / seconds, 6:N0}/s  "
                + $"{taken.Count - taken.Distinct().Count()} sent twice, {Queued - taken.Distinct().Count()} not sent"
        );
    }

    private static string Connection(int port, string name) =>
        $"Host=127.0.0.1;Port={port};Database={name};Username={name};Password={name};Options=-c platform.owner=*";

    private static Dictionary<string, string?> Settings(int database, int mail) =>
        new()
        {
            ["ConnectionStrings:Database"] = Connection(database, "service"),
            ["CallerKeys:Public"] = TestKeys.Callers.Published,
            ["Links:PrivateKey"] = TestKeys.Links,
            ["urls"] = "http://127.0.0.1:0",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = $"{mail}",
            ["Mail:Smtp:StartTls"] = "false",
            ["Mail:From"] = "fund@office.example",
            ["Platform:PublicAddress"] = "https://csp.office.example",
            ["Platform:ContactName"] = "Alex",
            ["Platform:ContactEmail"] = "officer@office.example",
        };
}
