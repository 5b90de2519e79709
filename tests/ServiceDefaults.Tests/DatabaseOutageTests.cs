using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Bids;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;
using RabbitMQ.Client.Exceptions;

namespace Platform.ServiceDefaults.Tests;

/// <summary>PostgreSQL goes away and the broker does not.</summary>
public sealed class DatabaseOutageTests(TwoServices services) : IAsyncLifetime
{
    private const int Rounds = 1000;
    private WebApplication bids = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bids = await services.StartAsync<BidsService>();

    /// <summary>Longer than a message is tried again for what is its own fault.</summary>
    [Fact]
    public Task HalfAMinuteWithoutIt_InMidDelivery_EverythingIsHandledOnce_AndNothingCountsAsFailed() =>
        OutageAsync(TimeSpan.FromSeconds(30), restart: false);

    /// <summary>Both services are stopped meanwhile, and started again. <c>./test ServiceDefaults -explicit only</c></summary>
    [Fact(Explicit = true)]
    public Task ThreeMinutesWithoutIt_ServicesStoppedMeanwhile_EverythingIsHandledOnce_AndNothingCountsAsFailed() =>
        OutageAsync(TimeSpan.FromMinutes(3), restart: true);

    private async Task OutageAsync(TimeSpan length, bool restart)
    {
        var opened = Enumerable.Range(0, Rounds).Select(_ => Row()).ToList();
        await using (var db = services.Open("bids"))
        {
            db.AddRange(opened);
            await db.SaveChangesAsync(Cancellation);
        }
        await TwoServices.EventuallyAsync(async () => await CountAsync("reporting", "rounds where name = 'Outage'") > 100, "they are busy");
        await services.Postgres.StopAsync();
        await Task.Delay(length / 2, Cancellation);
        if (restart)
        {
            await bids.StopAsync();
            await bids.DisposeAsync();
            await services.StopReportingAsync();
        }
        await Task.Delay(length / 2, Cancellation);
        await services.Postgres.StartAgainAsync(Cancellation);
        // Of this test: what it had open is broken.
        NpgsqlConnection.ClearAllPools();

        if (restart)
        {
            bids = await services.StartAsync<BidsService>();
            await services.StartReportingAsync();
        }
        Guid[] sent = [.. opened.Select(r => r.Id)];
        await TwoServices.EventuallyAsync(
            async () =>
                await CountAsync("bids", "event_log where sent_at is null") == 0
                && await ReadAsync("reporting", db => db.Set<HandledMessage>().CountAsync(m => sent.Contains(m.MessageId), Cancellation))
                    == 3 * Rounds,
            "the three consumers have handled each message"
        );
        Assert.Equal(Rounds, await CountAsync("reporting", "rounds where name = 'Outage'"));
        Assert.Equal(Rounds, await CountAsync("reporting", "activities where text = 'Outage opened'"));
        Assert.Equal(
            0,
            await ReadAsync("reporting", db => db.Set<FailedMessage>().CountAsync(m => sent.Contains(m.MessageId), Cancellation))
        );
        foreach (var queue in (string[])["reporting-round", "reporting-activity", "reporting-audit"])
            Assert.Equal(0u, await WaitingAsync(queue + "_error"));
    }

    public async ValueTask DisposeAsync()
    {
        await bids.StopAsync();
        await bids.DisposeAsync();
        await services.EmptyLogAsync();
    }

    private static EventLogRow Row()
    {
        var opened = new RoundOpened(
            Guid.NewGuid(),
            1,
            DateTimeOffset.UnixEpoch,
            Person.Platform,
            new(
                "T1",
                "Tests",
                "Outage",
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
        return new EventLogRow
        {
            Id = Guid.CreateVersion7(),
            Aggregate = opened.Id,
            Version = 1,
            Type = nameof(RoundOpened),
            Json = JsonSerializer.Serialize(opened, Doors.Json),
            OccurredAt = DateTimeOffset.UnixEpoch,
        }.Sealed();
    }

    private async Task<T> ReadAsync<T>(string service, Func<DbContext, Task<T>> read)
    {
        await using var db = services.Open(service);
        return await read(db);
    }

    private Task<int> CountAsync(string service, string of) =>
#pragma warning disable EF1003 // Words of this file.
        ReadAsync(service, db => db.Database.SqlQueryRaw<int>("select count(*)::int as \"Value\" from " + of).SingleAsync(Cancellation));
#pragma warning restore EF1003

    // A queue that was never needed is not there.
    private async Task<uint> WaitingAsync(string queue)
    {
        await using var connection = await services.ConnectAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        try
        {
            return await channel.MessageCountAsync(queue, Cancellation);
        }
        catch (OperationInterruptedException)
        {
            return 0;
        }
    }
}
