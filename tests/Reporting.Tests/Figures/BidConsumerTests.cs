using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Figures;

public sealed class BidConsumerTests(RunningService<ReportingService> service)
{
    // In every order, each twice: one row, the newest version, one line for each piece of news.
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
            new BidStarted(bid, 1, Now, Ann, Bid(round, BidState.Draft, "")),
            new BidSaved(bid, 2, Now, Ann, Bid(round, BidState.Draft)),
            new BidSubmitted(bid, 3, Now, Ann, Bid(round, BidState.Submitted, "Night safe, final")),
        ];
        var messages = events.Select(_ => Guid.NewGuid()).ToArray();
        foreach (var number in order + order)
            await service.DeliverAsync(events[number - '1'], messages[number - '1']);

        var line = Assert.Single(await LinesAsync());
        Assert.Equal(
            (3, BidState.Submitted, "Night safe, final", Money.FromPounds(9_000)),
            (line.Version, line.State, line.Title, line.Asked)
        );
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

    [Theory]
    [InlineData("1234")]
    [InlineData("4321")]
    [InlineData("3142")]
    public async Task Consume_SentBackAssignedDecided_AnyOrderEachTwice_KeepsTheNewestAndSaysEachOnce(string order)
    {
        await service.NothingAsync();
        var (bid, round) = (Guid.NewGuid(), Guid.NewGuid());
        IEvent[] events =
        [
            new BidSentBack(bid, 4, Now, Ann, Bid(round, BidState.SentBack) with { AnswerBy = Now.AddDays(3) }),
            new BidRestored(bid, 5, Now, Person.Platform, Bid(round, BidState.Submitted)),
            new BidAssigned(bid, 6, Now, Ann, Bid(round, BidState.UnderAssessment)),
            new BidDecided(
                bid,
                7,
                Now,
                Ann,
                Bid(round, BidState.Decided) with
                {
                    Decision = Decision.NotSupported,
                },
                "EXE005-25",
                Decision.NotSupported
            ),
        ];
        var messages = events.Select(_ => Guid.NewGuid()).ToArray();
        foreach (var number in order + order)
            await service.DeliverAsync(events[number - '1'], messages[number - '1']);

        var line = Assert.Single(await LinesAsync());
        Assert.Equal((7, "not supported", null), (line.Version, line.StateInWords, line.AnswerBy));
        Assert.Equal(
            [
                "Bid CSP2025-MEL-01 was sent back to Melton",
                "Melton did not submit bid CSP2025-MEL-01 again: it stands as it was",
                "Bid CSP2025-MEL-01 was given to assessors",
                "Bid CSP2025-MEL-01: Not supported",
            ],
            (await service.ReadAsync((ReportingContext db) => db.Activities.OrderBy(a => a.Version).ToListAsync())).Select(a => a.Text)
        );
    }

    private Task<List<BidRow>> LinesAsync() => service.ReadAsync((ReportingContext db) => db.Bids.ToListAsync());
}
