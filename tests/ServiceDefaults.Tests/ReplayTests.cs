using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Platform.Bids;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Persistence;
using Platform.Testing;

namespace Platform.ServiceDefaults.Tests;

/// <summary>A service's log, asked for over a broker by a service that fills its tables anew.</summary>
public sealed class ReplayTests(TwoServices services) : IAsyncLifetime
{
    private const int Rounds = 2_500;
    private WebApplication? bids;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task EveryEvent_ComesAgain_PageByPage_AlsoWhenTheBrokerGoesAwayMeanwhile()
    {
        await using (var db = services.Open("bids"))
        {
            foreach (var n in Enumerable.Range(0, Rounds))
                db.Add(Row(nameof(RoundOpened), JsonSerializer.Serialize(Round(n), Doors.Json)));
            // Neither lost nor in the way: one that no consumer can handle, and one of a known contract that is not readable.
            db.Add(Row(nameof(RoundOpened), JsonSerializer.Serialize(Round(0) with { Details = null! }, Doors.Json)));
            db.Add(Row(nameof(RoundOpened), """{"id": 17}"""));
            await db.SaveChangesAsync(Cancellation);
        }
        bids = await services.StartAsync<BidsService>();
        await TwoServices.EventuallyAsync(async () => await CountAsync("rounds") >= Rounds, "they arrive once", 300);

        await StartAsync();
        await services.Broker.StopAsync();
        await services.Broker.StartAgainAsync(Cancellation);
        await TwoServices.EventuallyAsync(
            async () =>
                await CountAsync(
                    "replays where source = 'bids' and state = 'Done' and handled = total and total > 2501 and left_out_count = 2"
                ) == 1,
            "the log is replayed",
            300
        );
        Assert.Equal(Rounds, await CountAsync("rounds where name like 'Replayed %'"));
        Assert.Equal(Rounds, await CountAsync("activities where text like 'Replayed % opened'"));
    }

    public async ValueTask DisposeAsync()
    {
        if (bids is not null)
        {
            await bids.StopAsync();
            await bids.DisposeAsync();
        }
        await services.EmptyLogAsync();
    }

    private static RoundOpened Round(int number) =>
        new(
            Guid.NewGuid(),
            1,
            DateTimeOffset.UnixEpoch,
            Person.Platform,
            new(
                "T1",
                "Tests",
                $"Replayed {number}",
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

    // As the service itself would write it, not yet sent.
    private static EventLogRow Row(string type, string json) =>
        new EventLogRow
        {
            Id = Guid.CreateVersion7(),
            Aggregate = Guid.NewGuid(),
            Version = 1,
            Type = type,
            Json = json,
            OccurredAt = DateTimeOffset.UnixEpoch,
        }.Sealed();

    private async Task StartAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new(services.Reporting.Urls.First()),
        };
        http.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            TestKeys.CallerToken(ServiceNames.Reporting, new(Guid.NewGuid(), "Admin"), null, Roles.Administrator)
        );
        using var answer = await http.PostAsync("/reports/rebuild?handler=Start", new FormUrlEncodedContent([]), Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<long> CountAsync(string of)
    {
        await using var db = services.Open("reporting");
#pragma warning disable EF1003 // Words of this file.
        return await db.Database.SqlQueryRaw<long>($"select count(*)::bigint as \"Value\" from " + of).SingleAsync(Cancellation);
#pragma warning restore EF1003
    }
}
