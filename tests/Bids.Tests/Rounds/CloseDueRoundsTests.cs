using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Bid = Platform.Bids.Bidding.Bid;

namespace Platform.Bids.Tests.Rounds;

public sealed class CloseDueRoundsTests(RunningService<BidsService> service)
{
    private static readonly DateTimeOffset Deadline = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Run_AtTheInstant_LapsesDraftsAndClosesOnce()
    {
        var round = await service.RoundAsync();
        var (draft, submitted) = (await service.CompleteAsync(round), await service.SubmittedAsync(round, "RUT"));
        service.Clock.Now = Deadline.AddMilliseconds(-1);
        await service.SweepAsync<CloseDueRounds>();
        Assert.Null((await RoundAsync(round)).ClosedAt);
        Assert.Equal(BidState.Draft, (await service.BidAsync(draft)).State);

        service.Clock.Now = Deadline;
        await service.SweepAsync<CloseDueRounds>();
        service.Clock.Now = Deadline.AddDays(1);
        await service.SweepAsync<CloseDueRounds>();
        Assert.Equal(
            (BidState.Lapsed, BidState.Submitted),
            ((await service.BidAsync(draft)).State, (await service.BidAsync(submitted)).State)
        );
        Assert.EndsWith("BidSaved BidLapsed", await service.EventsAsync(draft));
        Assert.Equal(
            [nameof(RoundOpened), nameof(RoundClosed)],
            (await service.LogAsync((await RoundAsync(round)).Id)).Select(r => r.Type)
        );
        Assert.Equal(Deadline, (await RoundAsync(round)).ClosedAt);
        Assert.Equal(
            $"Round {round} closed at 11:59:59pm on Friday 28 February 2025",
            (await service.Editor().PostAndStayAsync($"/bids/{draft}/project", ("Version", "4"), ("Title", "Late"))).Errors()[0]
        );
    }

    [Fact]
    public async Task Run_MissedForWeeks_CatchesUp()
    {
        var (first, second) = (await service.RoundAsync(), await service.RoundAsync(new(2025, 3, 7)));
        var draft = await service.DraftAsync(second);
        service.Clock.Now = Deadline.AddDays(40);
        await service.SweepAsync<CloseDueRounds>();
        Assert.NotNull((await RoundAsync(first)).ClosedAt);
        Assert.Equal((service.Clock.Now, BidState.Lapsed), ((await RoundAsync(second)).ClosedAt, (await service.BidAsync(draft)).State));
    }

    [Fact]
    public async Task Run_TwoReplicasAtOnce_OneEffect()
    {
        var other = await service.StartReplicaAsync();
        var round = await service.RoundAsync();
        var drafts = new List<string>();
        for (var i = 0; i < 5; i++)
            drafts.Add(await service.DraftAsync(round));
        service.Clock.Now = Deadline;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => service.SweepAsync<CloseDueRounds>(n % 2 == 0 ? other.Services : null)));
        await service.SweepAsync<CloseDueRounds>();
        foreach (var draft in drafts)
            Assert.Equal("BidStarted BidLapsed", await service.EventsAsync(draft));
        Assert.Equal(2, (await service.LogAsync((await RoundAsync(round)).Id)).Count);
    }

    [Fact]
    public async Task Run_AgainstSubmissionsInTime_EverySubmissionIsTaken()
    {
        var round = await service.RoundAsync();
        var bids = new List<string>();
        for (var i = 0; i < 12; i++)
            bids.Add(await service.CompleteAsync(round));
        service.Clock.Now = Deadline;
        var submissions = bids.Select(b => service.LateButArrivedAsync(b, Deadline.AddMilliseconds(-1))).ToList();
        await service.SweepAsync<CloseDueRounds>();
        await Task.WhenAll(submissions);
        await service.SweepAsync<CloseDueRounds>();
        foreach (var bid in bids)
            Assert.EndsWith("BidSubmitted", await service.EventsAsync(bid));
    }

    [Fact]
    public async Task Run_AThousandDrafts_TakesUnderFiveSeconds()
    {
        var reference = await service.RoundAsync();
        await service.ReadAsync(
            async (BidsContext db) =>
            {
                var round = await db.Rounds.SingleAsync(r => r.Reference == reference);
                for (var number = 1; number <= 1000; number++)
                    db.Add(Bid.Start(round.WindowUntil(null), Partnership.Get("MEL"), number, Person.Platform, Given.InTime).Value);
                return await db.SaveChangesAsync();
            }
        );
        service.Clock.Now = Deadline;
        var watch = Stopwatch.StartNew();
        await service.SweepAsync<CloseDueRounds>();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(
            1000,
            await service.ReadAsync(
                (BidsContext db) => db.Bids.CountAsync(b => b.Reference.StartsWith(reference) && b.State == BidState.Lapsed)
            )
        );
    }

    private Task<Round> RoundAsync(string reference) =>
        service.ReadAsync((BidsContext db) => db.Rounds.AsNoTracking().SingleAsync(r => r.Reference == reference));
}
