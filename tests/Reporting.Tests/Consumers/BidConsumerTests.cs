using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;
using Platform.Testing;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Consumers;

public sealed class BidConsumerTests(RunningService<ReportingService> service)
{
    // Every order of these, each twice: one row, the newest version, one line of news for each that is news.
    [Theory]
    [InlineData("123")]
    [InlineData("132")]
    [InlineData("213")]
    [InlineData("231")]
    [InlineData("312")]
    [InlineData("321")]
    public async Task Consume_AnyOrderEachTwice_KeepsTheNewest(string order)
    {
        await service.NothingAsync();
        var (bid, round) = (Guid.NewGuid(), Guid.NewGuid());
        IEvent[] events =
        [
            new BidStarted(bid, 1, Now, Ann, Bid(round, BidState.Draft, "")), new BidSaved(bid, 2, Now, Ann, Bid(round, BidState.Draft)),
            new BidSubmitted(bid, 3, Now, Ann, Bid(round, BidState.Submitted, "Night safe, final")),
        ];
        var messages = events.Select(_ => Guid.NewGuid()).ToArray();
        foreach (var number in order + order) await service.DeliverAsync(events[number - '1'], messages[number - '1']);

        var line = Assert.Single(await LinesAsync());
        Assert.Equal((3, BidState.Submitted, "Night safe, final", Money.FromPounds(9_000)), (line.Version, line.State, line.Title, line.Asked));
        var news = await service.ReadAsync((ReportingContext db) => db.Activities.ToListAsync());
        Assert.Equal("Melton submitted bid CSP2025-MEL-01", Assert.Single(news).Text);
    }

    [Fact]
    public async Task Consume_SubmittedThenLapsedLate_StaysSubmitted()
    {
        await service.NothingAsync();
        var (bid, round) = (Guid.NewGuid(), Guid.NewGuid());
        await service.DeliverAsync(new BidSubmitted(bid, 4, Now, Ann, Bid(round, BidState.Submitted)));
        await service.DeliverAsync(new BidLapsed(bid, 3, Now, Person.Platform, Bid(round, BidState.Lapsed)));
        Assert.Equal(BidState.Submitted, Assert.Single(await LinesAsync()).State);
        await service.DeliverAsync(new BidDecided(bid, 5, Now, Ann, Bid(round, BidState.Decided), "EXE005-25", Decision.Supported));
        Assert.Equal(BidState.Decided, Assert.Single(await LinesAsync()).State);
    }

    private Task<List<BidLine>> LinesAsync() => service.ReadAsync((ReportingContext db) => db.Bids.ToListAsync());
}
