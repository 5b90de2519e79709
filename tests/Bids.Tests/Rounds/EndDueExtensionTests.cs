using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Tests.Rounds;

/// <summary>The deadline, the longer one of a partnership with an extension, and the list that the office gets.</summary>
public sealed class EndDueExtensionTests(RunningService<BidsService> service)
{
    private static readonly DateTimeOffset Deadline = London.EndOf(new(2025, 2, 28));
    private static readonly DateTimeOffset Until = London.EndOf(new(2025, 3, 7));

    [Fact]
    public async Task Run_LapsesAtTheEndOfTheExtensionAndNotAtTheRounds()
    {
        var round = await service.RoundAsync();
        var (extended, other) = (await service.CompleteAsync(round), await service.CompleteAsync(round, "RUT"));
        await service.SubmittedAsync(round, "BLA");
        await service.GiveAsync(round, "MEL", new(2025, 3, 7));
        service.Clock.Now = Deadline;
        await SweepAsync();
        Assert.Equal((BidState.Draft, BidState.Lapsed), ((await service.BidAsync(extended)).State, (await service.BidAsync(other)).State));
        var standings = JsonSerializer
            .Deserialize<JsonElement>((await service.LogAsync((await service.FindRoundAsync(round)).Id))[^1].Json)
            .GetProperty("standings");
        Assert.Equal(9, standings.GetArrayLength());
        Assert.Equal(
            ["BLA 1 0", "MEL 0 1", "RUT 0 1"],
            standings
                .EnumerateArray()
                .Where(s => Number(s, "submitted") + Number(s, "drafts") > 0)
                .Select(s => $"{s.GetProperty("partnership").GetString()} {Number(s, "submitted")} {Number(s, "drafts")}")
                .Order()
        );
        Assert.Equal(
            Until,
            standings
                .EnumerateArray()
                .Single(s => s.GetProperty("partnership").GetString() == "MEL")
                .GetProperty("closesAt")
                .GetDateTimeOffset()
        );

        service.Clock.Now = Until.AddMilliseconds(-1);
        await SweepAsync();
        Assert.Equal(BidState.Draft, (await service.BidAsync(extended)).State);
        service.Clock.Now = Until;
        await SweepAsync();
        await SweepAsync();
        Assert.EndsWith("BidSaved BidLapsed", await service.EventsAsync(extended));
        var extension = await service.ReadAsync(
            (BidsContext db) => db.Extensions.AsNoTracking().SingleAsync(e => e.RoundReference == round)
        );
        Assert.Equal([nameof(ExtensionGranted), nameof(ExtensionEnded)], (await service.LogAsync(extension.Id)).Select(r => r.Type));
    }

    [Fact]
    public async Task GrantedAfterTheDeadline_RevivesWhatLapsed()
    {
        var round = await service.RoundAsync();
        var bid = await service.CompleteAsync(round);
        service.Clock.Now = Deadline.AddHours(10);
        await SweepAsync();
        await service.GiveAsync(round, "MEL", new(2025, 3, 7));
        Assert.EndsWith("BidSaved BidLapsed BidSaved", await service.EventsAsync(bid));
        Assert.Equal(BidState.Draft, (await service.BidAsync(bid)).State);
        await SweepAsync();
        Assert.Equal(BidState.Draft, (await service.BidAsync(bid)).State);
        service.Clock.Now = Until.AddMilliseconds(-1);
        await service
            .Lead()
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Post,
                $"/api/bids/{bid}/submission",
                null,
                (await service.BidAsync(bid)).Version
            );
        var late = await service.Editor().PostAndFollowAsync($"/rounds/{round}");
        Assert.Equal("BidStarted", await service.EventsAsync(late[6..]));
        service.Clock.Now = Until;
        await SweepAsync();
        Assert.Equal(
            ("BidStarted BidLapsed", BidState.Submitted),
            (await service.EventsAsync(late[6..]), (await service.BidAsync(bid)).State)
        );

        // A request that reached the gateway before the end, but the service after the job, does not leave a draft for ever.
        service.Clock.Now = Until.AddMilliseconds(-1);
        var last = await service.Editor().PostAndFollowAsync($"/rounds/{round}");
        Assert.Equal("BidStarted BidLapsed", await service.EventsAsync(last[6..]));
    }

    [Fact]
    public async Task Run_StillMoreTime_LapsesAtTheLaterEnd()
    {
        var round = await service.RoundAsync();
        var bid = await service.CompleteAsync(round);
        await service.GiveAsync(round, "MEL", new(2025, 3, 7));
        await service.GiveAsync(round, "MEL", new(2025, 3, 9));
        service.Clock.Now = Until;
        await SweepAsync();
        Assert.Equal(BidState.Draft, (await service.BidAsync(bid)).State);
        service.Clock.Now = London.EndOf(new(2025, 3, 9));
        await SweepAsync();
        Assert.Equal(BidState.Lapsed, (await service.BidAsync(bid)).State);
    }

    [Fact]
    public async Task DeadlineMoved_AfterTheJobByARequestBefore_EverybodyGoesOn()
    {
        var round = await service.RoundAsync();
        var bid = await service.CompleteAsync(round);
        service.Clock.Now = Deadline;
        await SweepAsync();
        service.Clock.Now = Deadline.AddMilliseconds(-1);
        Assert.Equal(
            $"/rounds/{round}",
            await service
                .Officer()
                .PostAndFollowAsync(
                    $"/rounds/{round}/deadline",
                    ("LastDay.Day", "7"),
                    ("LastDay.Month", "3"),
                    ("LastDay.Year", "2025"),
                    ("Reason", "Flood")
                )
        );
        service.Clock.Now = Deadline.AddDays(1);
        await SweepAsync();
        Assert.Equal(BidState.Draft, (await service.BidAsync(bid)).State);
        service.Clock.Now = Until;
        await SweepAsync();
        Assert.Equal("RoundOpened RoundClosed RoundDeadlineMoved RoundClosed", await service.RoundEventsAsync(round));
        Assert.EndsWith("BidLapsed BidSaved BidLapsed", await service.EventsAsync(bid));
    }

    private async Task SweepAsync()
    {
        await service.SweepAsync<CloseDueRounds>();
        await service.SweepAsync<EndDueExtension>();
    }

    private static int Number(JsonElement standing, string field) => standing.GetProperty(field).GetInt32();
}
