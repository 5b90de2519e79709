using MassTransit;
using Npgsql;
using Platform.Bids;
using Platform.Contracts;
using Platform.Notifications;
using Platform.Reporting;
using Platform.Returns;
using Platform.ServiceDefaults.Messaging;

namespace Platform.EndToEnd.Tests.Standalone;

/// <summary>The event logs of a running standalone program, read beside it.</summary>
/// <param name="folder">The program's.</param>
internal sealed class StandaloneLogs(string folder)
{
    private static readonly (string Service, Type Program)[] Services =
    [
        (ServiceNames.Bids, typeof(BidsService)),
        (ServiceNames.Returns, typeof(ReturnsService)),
        (ServiceNames.Notifications, typeof(NotificationsService)),
        (ServiceNames.Reporting, typeof(ReportingService)),
    ];

    // With what each service takes of all the others.
    private static readonly (string Queue, string[] Takes)[] Consumers =
    [
        .. Services.SelectMany(s =>
            s.Program.Assembly.GetTypes()
                .Concat(typeof(Transport).Assembly.GetTypes())
                .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(IConsumer)))
                .Select(consumer => (MessagingRegistration.QueueName(s.Service, consumer), ConsumerIndex.TakenBy(consumer)))
        ),
    ];

    /// <summary>Returns once each event was sent, and handled by everybody who takes it.</summary>
    public async Task QuietAsync()
    {
        var open = await OpenAsync();
        for (var wait = 0; open.Count > 0; wait++, open = await OpenAsync())
        {
            Assert.True(wait < 180, $"Not handled after 90 seconds: {string.Join(", ", open.Take(10))}");
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> OpenAsync()
    {
        var handled = new HashSet<string>();
        foreach (var (service, _) in Services)
            handled.UnionWith(await ListAsync(service, "select message_id || ' ' || consumer from handled_messages"));
        var open = new List<string>();
        foreach (var service in Services.Select(s => s.Service).Append(ServiceNames.Gateway))
        {
            open.AddRange(await ListAsync(service, "select type || ' is not sent' from event_log where sent_at is null"));
            foreach (var sent in await ListAsync(service, "select id || ' ' || type from event_log where sent_at is not null"))
                open.AddRange(
                    Consumers
                        .Where(c => c.Takes.Contains(sent.Split(' ')[1]) && !handled.Contains($"{sent.Split(' ')[0]} {c.Queue}"))
                        .Select(c => $"{sent} by {c.Queue}")
                );
        }
        return open;
    }

    /// <summary>Asks a service's database for one column of text.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string database, string query)
    {
        var server = Path.Combine(folder, "postgres");
        // The fourth line of the file with its process id.
        var port = (await File.ReadAllLinesAsync(Path.Combine(server, "cluster", "postmaster.pid")))[3];
        var password = await File.ReadAllTextAsync(Path.Combine(server, "superuser-password"));
        await using var source = NpgsqlDataSource.Create(
            $"Host=127.0.0.1;Port={port};Database={database};Username=postgres;Password={password};Pooling=false"
        );
        await using var command = source.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }
}
