using System.Collections.Concurrent;
using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Bids;
using Platform.Contracts;
using Platform.Reporting;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Tests;

/// <summary>Two services that share a process, and memory instead of a broker.</summary>
public sealed class InProcessTransportTests(TwoServices services) : IAsyncLifetime
{
    private readonly List<WebApplication> running = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task OneServiceHasStarted_NothingIsSent_UntilTheOtherTakesMessagesToo()
    {
        var transport = new WatchedTransport(services: 2);
        var opened = Round();
        var message = await CommitAsync(opened);
        await StartAsync<BidsService>(transport);
        await TwoServices.EventuallyAsync(() => Task.FromResult(transport.Asked >= 2), "the sender has looked twice", 10);
        Assert.False(transport.IsReady);
        Assert.Null(await SentAtAsync(message));
        await Assert.ThrowsAsync<BrokerAwayException>(() => transport.PublishAsync(opened, Guid.NewGuid(), Cancellation));

        await StartAsync<ReportingService>(transport);
        await TwoServices.EventuallyAsync(async () => await HandledAsync(message) == 3, "all consumers have handled it", 10);
        Assert.NotNull(await SentAtAsync(message));
    }

    [Fact]
    public async Task MessageIsLostInMemory_ItIsUnhandled_AndComesAgain()
    {
        var transport = new InProcessTransport(services: 1);
        var loss = new Loss();
        await StartAsync<ReportingService>(transport, loss);
        var (lost, arrives) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        loss.Of.TryAdd(lost, 0);
        await transport.PublishAsync(Round(), lost, Cancellation);
        await transport.PublishAsync(Round(), arrives, Cancellation);
        await TwoServices.EventuallyAsync(async () => await HandledAsync(arrives) == 3, "the other is handled", 10);
        await TwoServices.EventuallyAsync(() => Task.FromResult(transport.Unhandled == 1), "it is late", 10);
        Assert.Equal(0, await HandledAsync(lost));

        loss.Of.Clear();
        await TwoServices.EventuallyAsync(async () => await HandledAsync(lost) == 3, "it comes again", 20);
        await TwoServices.EventuallyAsync(() => Task.FromResult(transport.Unhandled == 0), "nothing is late", 20);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in running)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        await services.EmptyLogAsync();
    }

    private async Task StartAsync<TService>(InProcessTransport transport, Loss? loss = null)
        where TService : IPlatformService =>
        running.Add(
            await services.StartAsync<TService>(adjust: builder =>
            {
                builder.Configuration["Messages:UnhandledSeconds"] = "1";
                builder.Services.AddSingleton(transport);
                if (loss is not null)
                    builder.Services.AddReceiveObserver(_ => loss);
            })
        );

    private async Task<Guid> CommitAsync(RoundOpened opened)
    {
        var row = new EventLogRow
        {
            Id = Guid.CreateVersion7(),
            Aggregate = opened.Id,
            Version = 1,
            Type = nameof(RoundOpened),
            Json = JsonSerializer.Serialize(opened, Doors.Json),
            OccurredAt = DateTimeOffset.UnixEpoch,
        };
        await using var db = services.Open("bids");
        db.Add(row.Sealed());
        await db.SaveChangesAsync(Cancellation);
        return row.Id;
    }

    private async Task<DateTimeOffset?> SentAtAsync(Guid message)
    {
        await using var db = services.Open("bids");
        return await db.Set<EventLogRow>().Where(r => r.Id == message).Select(r => r.SentAt).SingleAsync(Cancellation);
    }

    private async Task<int> HandledAsync(Guid message)
    {
        await using var db = services.Open("reporting");
        return await db.Set<HandledMessage>().CountAsync(m => m.MessageId == message, Cancellation);
    }

    private static RoundOpened Round() =>
        new(
            Guid.NewGuid(),
            1,
            DateTimeOffset.UnixEpoch,
            Person.Platform,
            new(
                "T1",
                "Tests",
                "In memory",
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

    // Tells how often the sender, and nobody else, has asked whether it may send.
    private sealed class WatchedTransport(int services) : InProcessTransport(services)
    {
        private int asked;

        public int Asked => Volatile.Read(ref asked);

        public override bool IsReady
        {
            get
            {
                Interlocked.Increment(ref asked);
                return base.IsReady;
            }
        }
    }

    // Messages end there as if memory had forgotten them.
    private sealed class Loss : IReceiveObserver
    {
        public ConcurrentDictionary<Guid, byte> Of { get; } = new();

        public Task PreReceive(ReceiveContext context) =>
            context.GetMessageId() is { } id && Of.ContainsKey(id) ? throw new BrokerAwayException("Forgotten.") : Task.CompletedTask;

        public Task PostReceive(ReceiveContext context) => Task.CompletedTask;

        public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;

        public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
            where T : class => Task.CompletedTask;

        public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
            where T : class => Task.CompletedTask;
    }
}
