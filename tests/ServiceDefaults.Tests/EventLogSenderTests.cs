using System.Text;
using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Bids;
using Platform.Contracts;
using Platform.Local;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;
using Platform.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.ServiceDefaults.Tests;

/// <summary>What is committed arrives, once, whatever breaks on the way.</summary>
public sealed class EventLogSenderTests(TwoServices services) : IAsyncLifetime
{
    private readonly List<WebApplication> publishers = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    private async Task StartPublisherAsync() => publishers.Add(await services.StartAsync<BidsService>());

    [Fact]
    public async Task BrokerStopped_EventIsKept_AndArrivesWhenItIsBack()
    {
        await StartPublisherAsync();
        await services.Broker.StopAsync();
        var opened = await CommitAsync(Round("While the broker is away"));
        var back = TimeProvider.System.GetUtcNow();
        await services.Broker.StartAgainAsync(Cancellation);
        await TwoServices.EventuallyAsync(() => HandledAsync(opened, 3), "all consumers handled it");
        await TwoServices.EventuallyAsync(async () => (await RowAsync(opened)).SentAt is not null, "it is marked as sent");
        Assert.True((await RowAsync(opened)).SentAt > back);
    }

    /// <summary>
    /// They can no longer acknowledge some of the messages they hold: that must not keep them from coming back, and nothing is done twice.
    /// </summary>
    [Fact]
    public async Task BrokerGoesAwayAmongBusyConsumers_TheyComeBack()
    {
        await StartPublisherAsync();
        await using var reporting = services.Open("reporting");
        for (var outage = 1; outage <= 3; outage++)
        {
            await using (var db = services.Open("bids"))
            {
                db.AddRange(Enumerable.Range(0, 1000).Select(n => Row(Round($"Busy {outage}"))));
                await db.SaveChangesAsync(Cancellation);
            }
            await TwoServices.EventuallyAsync(async () => await CountAsync(outage) > 200, "they are busy");
            await services.Broker.StopAsync();
            await services.Broker.StartAgainAsync(Cancellation);
            await TwoServices.EventuallyAsync(async () => await CountAsync(outage) == 1000, "all is handled");
        }

        Task<int> CountAsync(int outage) =>
            reporting
                .Database.SqlQuery<int>($"select count(*)::int as \"Value\" from rounds where name = {"Busy " + outage}")
                .SingleAsync(Cancellation);
    }

    [Fact]
    public async Task TransactionOfItsOwn_TheSenderIsWokenWhenItHasCommitted_AndNotBefore()
    {
        await StartPublisherAsync();
        await using var scope = publishers[0].Services.CreateAsyncScope();
        var signal = scope.ServiceProvider.GetRequiredService<EventLogSignal>();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        db.Add(Failure());
        var woken = signal.Next;
        await db.SaveChangesAsync(Cancellation);
        Assert.False(woken.IsCompleted);
        await transaction.CommitAsync(Cancellation);
        Assert.True(woken.IsCompleted);

        db.Add(Failure());
        woken = signal.Next;
        await db.SaveChangesAsync(Cancellation);
        Assert.True(woken.IsCompleted, "a save with no transaction around it commits by itself");

        static FailedMessage Failure()
        {
            var envelope = $$"""
                {"messageId": "{{Guid.NewGuid()}}", "messageType": ["urn:message:Platform.Contracts:RoundOpened"], "message": {} }
                """;
            var failed = FailedMessage.Read(Encoding.UTF8.GetBytes(envelope), "nobody's")!;
            failed.Fail("bids", "a test", DateTimeOffset.UnixEpoch);
            return failed;
        }
    }

    [Fact]
    public async Task NoQueueForIt_IsNeitherLostNorInTheWay()
    {
        await StartPublisherAsync();
        await using var connection = await services.ConnectAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        // The two queues that take it here.
        await channel.ExchangeUnbindAsync("bids-contact-changed", "Platform.Contracts:ContactChanged", "", cancellationToken: Cancellation);
        await channel.ExchangeUnbindAsync("reporting-audit", "Platform.Contracts:ContactChanged", "", cancellationToken: Cancellation);
        var unroutable = await CommitAsync(
            new ContactChanged(
                Guid.NewGuid(),
                1,
                DateTimeOffset.UnixEpoch,
                Person.Platform,
                new("Asha", "asha@example.org", null, [], true)
            )
        );
        var routable = await CommitAsync(Round("Behind one that nobody wants"));

        await TwoServices.EventuallyAsync(() => HandledAsync(routable, 3), "the one behind it arrives");
        await TwoServices.EventuallyAsync(
            async () => await RowAsync(unroutable) is { SentAt: not null } or { Attempts: > 0 },
            "the other is tried"
        );
        var tried = await RowAsync(unroutable);
        Assert.Null(tried.SentAt);
        Assert.NotNull(tried.LastError);
        Assert.NotNull(tried.NotBefore);

        await channel.QueueDeclareAsync("late", durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        await channel.QueueBindAsync("late", "Platform.Contracts:ContactChanged", "", cancellationToken: Cancellation);
        await TwoServices.EventuallyAsync(async () => (await RowAsync(unroutable)).SentAt is not null, "it goes once somebody wants it");
        Assert.Equal(1u, await channel.MessageCountAsync("late", Cancellation));
    }

    [Fact]
    public async Task CanNeverBeSent_IsNeitherLostNorInTheWay()
    {
        await StartPublisherAsync();
        var unknown = await CommitAsync("NoSuchContract", "{}");
        var broken = await CommitAsync(nameof(RoundOpened), """{"id": 17}""");
        var good = await CommitAsync(Round("Behind two that cannot go"));
        await TwoServices.EventuallyAsync(() => HandledAsync(good, 3), "the one behind them arrives");
        foreach (var id in (Guid[])[unknown, broken])
            await TwoServices.EventuallyAsync(
                async () => await RowAsync(id) is { SentAt: null, Attempts: > 0, LastError.Length: > 0 },
                "it stays, in sight"
            );
    }

    [Fact]
    public async Task TwoSenders_SendEachEventOnce()
    {
        var ids = new List<Guid>();
        await using (var db = services.Open("bids"))
        {
            foreach (var row in Enumerable.Range(0, 1000).Select(n => Row(Round($"Of two senders {n}"))))
            {
                ids.Add(row.Id);
                db.Add(row);
            }
            await db.SaveChangesAsync(Cancellation);
        }
        await using var connection = await services.ConnectAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await channel.QueueDeclareAsync("count", durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        await channel.QueueBindAsync("count", "Platform.Contracts:RoundOpened", "", cancellationToken: Cancellation);

        publishers.AddRange(await Task.WhenAll(services.StartAsync<BidsService>(), services.StartAsync<BidsService>()));
        await using (var db = services.Open("bids"))
            await TwoServices.EventuallyAsync(
                async () => !await db.Set<EventLogRow>().AnyAsync(r => ids.Contains(r.Id) && r.SentAt == null),
                "all are sent"
            );
        Assert.Equal((uint)ids.Count, await channel.MessageCountAsync("count", Cancellation));
        await channel.QueueDeleteAsync("count", cancellationToken: Cancellation);
    }

    /// <summary>
    /// The sender publishes, and then waits for our lock to mark the row: there it is killed with -9. Its successor publishes again under
    /// the same id.
    /// </summary>
    [Fact]
    public async Task KilledBetweenPublishAndMark_IsHandledOnce()
    {
        var opened = await CommitAsync(Round("Published twice"));
        await using (var locker = services.Open("bids"))
        {
            await using var held = await locker.Database.BeginTransactionAsync(Cancellation);
            await locker.Database.ExecuteSqlAsync($"lock table event_log in share mode", Cancellation);
            using (
                var process = ServerProcess.Start(
                    services.Folder,
                    "Bids",
                    ["dotnet", BuiltBids()],
                    Signal.Kill,
                    services.Settings("bids").ToDictionary(s => s.Key.Replace(":", "__"), s => s.Value!)
                )
            )
            {
                try
                {
                    await TwoServices.EventuallyAsync(() => HandledAsync(opened, 3), "it is published");
                }
                finally
                {
                    await process.StopAsync(TimeSpan.FromSeconds(10));
                }
            }
            await held.RollbackAsync(Cancellation);
        }
        Assert.Null((await RowAsync(opened)).SentAt);

        await using var connection = await services.ConnectAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        var deliveries = new Deliveries(services.Reporting.Services.GetRequiredService<IBus>());
        await deliveries.FinishAsync(2, [opened], StartPublisherAsync, "What was published again");
        await TwoServices.EventuallyAsync(async () => (await RowAsync(opened)).SentAt is not null, "the successor marks it");
        await using var reporting = services.Open("reporting");
        Assert.Equal(
            1,
            await reporting
                .Database.SqlQuery<int>($"select count(*)::int as \"Value\" from activities where text = 'Published twice opened'")
                .SingleAsync(Cancellation)
        );
        // The second delivery is acknowledged, not put aside as unwanted.
        await Assert.ThrowsAsync<OperationInterruptedException>(() =>
            channel.QueueDeclarePassiveAsync("reporting-round_skipped", Cancellation)
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var publisher in publishers)
        {
            // One that is stopped while it comes back from an outage goes on: it would bind its queues again in the next test.
            await TwoServices.HealthyAsync(publisher);
            await publisher.StopAsync();
            await publisher.DisposeAsync();
        }
        await services.EmptyLogAsync();
    }

    private static RoundOpened Round(string name) =>
        new(
            Guid.NewGuid(),
            1,
            DateTimeOffset.UnixEpoch,
            Person.Platform,
            new(
                "T1",
                "Tests",
                name,
                DateTimeOffset.UnixEpoch,
                DateTimeOffset.UnixEpoch,
                new(2025, 4, 1),
                new(2026, 3, 31),
                null,
                0,
                [],
                false
            )
        );

    private static EventLogRow Row(IEvent happened) =>
        Row(happened.GetType().Name, JsonSerializer.Serialize(happened, happened.GetType(), Doors.Json), happened.Id);

    private static EventLogRow Row(string type, string json, Guid? aggregate = null) =>
        new EventLogRow
        {
            Id = Guid.CreateVersion7(),
            Aggregate = aggregate ?? Guid.NewGuid(),
            Version = 1,
            Type = type,
            Json = json,
            OccurredAt = DateTimeOffset.UnixEpoch,
        }.Sealed();

    private Task<Guid> CommitAsync(IEvent happened) => CommitAsync(Row(happened));

    private Task<Guid> CommitAsync(string type, string json) => CommitAsync(Row(type, json));

    private async Task<Guid> CommitAsync(EventLogRow row)
    {
        await using var db = services.Open("bids");
        db.Add(row);
        await db.SaveChangesAsync(Cancellation);
        return row.Id;
    }

    private async Task<EventLogRow> RowAsync(Guid id)
    {
        await using var db = services.Open("bids");
        return await db.Set<EventLogRow>().AsNoTracking().SingleAsync(r => r.Id == id, Cancellation);
    }

    private async Task<bool> HandledAsync(Guid id, int consumers)
    {
        await using var db = services.Open("reporting");
        return await db.Set<HandledMessage>().CountAsync(m => m.MessageId == id, Cancellation) == consumers;
    }

    private static string BuiltBids()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(built.Parent!.Parent!.FullName, "Bids", built.Name, "Bids.dll");
    }
}
