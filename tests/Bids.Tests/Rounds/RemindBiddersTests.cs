using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Tests.Rounds;

public sealed class RemindBiddersTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Run_SeveralReplicas_OneReminderToThoseWhoWait()
    {
        var other = await service.StartReplicaAsync();
        var round = await service.RoundAsync();
        await service.SubmittedAsync(round);
        await service.DraftAsync(round, "RUT");
        await service.GiveAsync(round, "BLA", new(2025, 3, 7));
        service.Clock.Now = London.At(new(2025, 2, 14), new(8, 0)).AddMilliseconds(-1);
        await service.SweepAsync<RemindBidders>();
        Assert.Equal("RoundOpened", await service.RoundEventsAsync(round));

        service.Clock.Now = London.At(new(2025, 2, 14), new(8, 0));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => service.SweepAsync<RemindBidders>(n % 2 == 0 ? other.Services : null)));
        await service.SweepAsync<RemindBidders>();
        Assert.Equal("RoundOpened RoundReminded", await service.RoundEventsAsync(round));
        var reminded = JsonSerializer.Deserialize<JsonElement>((await service.LogAsync((await service.FindRoundAsync(round)).Id))[^1].Json);
        var waiting = reminded.GetProperty("waiting").EnumerateArray().ToDictionary(s => s.GetProperty("partnership").GetString()!);
        Assert.Equal(
            (14, 8, false, 1),
            (
                reminded.GetProperty("daysLeft").GetInt32(),
                waiting.Count,
                waiting.ContainsKey("MEL"),
                waiting["RUT"].GetProperty("drafts").GetInt32()
            )
        );
        Assert.Equal(London.EndOf(new(2025, 3, 7)), waiting["BLA"].GetProperty("closesAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Run_EverybodyHasSubmittedOrNothingIsPublished_TellsNobody()
    {
        var only = Partnership.Get("MEL");
        var (round, written) = (
            await service.RoundDraftAsync("REM1", r => r with { Invited = [only], Published = true }),
            await service.RoundDraftAsync("REM2")
        );
        await service.SubmittedAsync(round);
        service.Clock.Now = London.At(new(2025, 2, 27), new(20, 0));
        await service.SweepAsync<RemindBidders>();
        Assert.Equal(("RoundOpened", "RoundDrafted"), (await service.RoundEventsAsync(round), await service.RoundEventsAsync(written)));
        Assert.Equal([1, 7, 14], (await service.FindRoundAsync(round)).Reminders.Done.Order());
        Assert.False(await service.ReadAsync((BidsContext db) => db.Rounds.AnyAsync(r => r.NextReminderAt <= service.Clock.Now)));
    }
}
