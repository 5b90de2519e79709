using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Platform.Bids;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Tests;

public sealed class OnceFilterTests(TwoServices services) : IAsyncLifetime
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private WebApplication publisher = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => publisher = await services.StartAsync<BidsService>();

    /// <summary>
    /// A message that a consumer cannot handle is kept after its retries, leaves no trace in the tables, and does its work when it is
    /// tried again.
    /// </summary>
    [Fact]
    public async Task ConsumerThrows_NothingIsDone_AndTheMessageIsKept_UntilItIsTriedAgain()
    {
        await BreakAsync();
        var opened = new RoundOpened(
            Guid.NewGuid(),
            1,
            DateTimeOffset.UnixEpoch,
            Person.Platform,
            new(
                "T1",
                "Tests",
                "Broken",
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
        var message = await PublishAsync(opened);
        await using var reporting = services.Open("reporting");
        await TwoServices.EventuallyAsync(
            () =>
                reporting.Set<FailedMessage>().AnyAsync(m => m.MessageId == message && m.State == FailedMessageState.Waiting, Cancellation),
            "it is kept"
        );
        var failed = await reporting.Set<FailedMessage>().AsNoTracking().SingleAsync(m => m.MessageId == message, Cancellation);
        Assert.Equal(("reporting-round", nameof(RoundOpened), 1), (failed.Queue, failed.Type, failed.Failures));
        Assert.Contains("out of order", failed.Cause, StringComparison.Ordinal);
        Assert.False(await HandledAsync(reporting, message));

        await MendAsync();
        await PublishAsync(
            new FailureSettled(Guid.NewGuid(), 1, DateTimeOffset.UnixEpoch, Person.Platform, failed.Id, "reporting", Retry: true)
        );
        await TwoServices.EventuallyAsync(() => HandledAsync(reporting, message), "it is handled");
        Assert.Equal(
            1,
            await reporting
                .Database.SqlQuery<int>($"select count(*)::int as \"Value\" from rounds where id = {opened.Id}")
                .SingleAsync(Cancellation)
        );
        // What came of it is in the trace of the click that began it.
        var raised = await reporting
            .Set<EventLogRow>()
            .AsNoTracking()
            .Where(r => r.Aggregate == failed.Id)
            .OrderBy(r => r.Version)
            .ToListAsync(Cancellation);
        Assert.Equal([nameof(MessageFailed), nameof(MessageRetried)], raised.Select(r => r.Type));
        Assert.All(raised, row => Assert.StartsWith($"00-{Trace}-", row.Traceparent));
    }

    public async ValueTask DisposeAsync()
    {
        await MendAsync();
        await publisher.StopAsync();
        await publisher.DisposeAsync();
        await services.EmptyLogAsync();
    }

    private static Task<bool> HandledAsync(DbContext reporting, Guid message) =>
        reporting.Set<HandledMessage>().AnyAsync(m => m.MessageId == message && m.Consumer == "reporting-round", Cancellation);

    private async Task<Guid> PublishAsync(IEvent happened)
    {
        var row = new EventLogRow
        {
            Id = Guid.CreateVersion7(),
            Aggregate = happened.Id,
            Version = 1,
            Type = happened.GetType().Name,
            OccurredAt = DateTimeOffset.UnixEpoch,
            Traceparent = $"00-{Trace}-00f067aa0ba902b7-01",
            Json = JsonSerializer.Serialize(happened, happened.GetType(), Doors.Json),
        };
        await using var bids = services.Open("bids");
        bids.Add(row.Sealed());
        await bids.SaveChangesAsync(Cancellation);
        return row.Id;
    }

    private async Task BreakAsync()
    {
        await using var db = services.Open("reporting");
        await db.Database.ExecuteSqlRawAsync(
            """
            create or replace function broken() returns trigger language plpgsql as $$ begin raise exception 'out of order'; end $$;
            create trigger broken before insert on rounds for each row execute function broken()
            """,
            Cancellation
        );
    }

    private async Task MendAsync()
    {
        await using var db = services.Open("reporting");
        await db.Database.ExecuteSqlRawAsync("drop trigger if exists broken on rounds", CancellationToken.None);
    }
}
