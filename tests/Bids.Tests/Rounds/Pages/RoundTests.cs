using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Platform.Bids.Tests.Rounds.Pages;

public sealed class RoundTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_Editor_StartsANumberedBidThatOthersDoNotSee()
    {
        var round = await service.RoundAsync();
        Assert.Equal($"/bids/{round}-MEL-01", await service.Editor().PostAndFollowAsync($"/rounds/{round}"));
        Assert.Equal($"/bids/{round}-MEL-02", await service.Editor().PostAndFollowAsync($"/rounds/{round}"));
        Assert.Equal($"/bids/{round}-RUT-01", await service.Editor("RUT").PostAndFollowAsync($"/rounds/{round}"));
        Assert.Equal([$"{round}-RUT-01"], (await service.Editor("RUT").GetPageAsync($"/rounds/{round}")).Texts("tbody th"));
        Assert.Equal("BidStarted", await service.EventsAsync($"{round}-MEL-02"));
    }

    // Trap: a double click starting two.
    [Fact]
    public async Task Post_TheSamePageAgain_LeadsToTheSameBid()
    {
        var round = await service.RoundAsync();
        var id = (await service.Editor().GetPageAsync($"/rounds/{round}")).Typed("BidId")!;
        var addresses = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => service.Editor().PostAndFollowAsync($"/rounds/{round}", ("BidId", id)))
        );
        Assert.Equal([$"/bids/{round}-MEL-01"], addresses.Distinct());
        Assert.Equal("BidStarted", await service.EventsAsync($"{round}-MEL-01"));
        var next = (await service.Editor().GetPageAsync($"/rounds/{round}")).Typed("BidId")!;
        Assert.Equal($"/bids/{round}-MEL-02", await service.Editor().PostAndFollowAsync($"/rounds/{round}", ("BidId", next)));
    }

    // No page of ours gives such an id.
    [Fact]
    public async Task Post_AnIdOfAnotherPartnershipsBid_OrNone_StartsNoHalfOfOne()
    {
        var round = await service.RoundAsync();
        var id = $"{Guid.NewGuid()}";
        await service.Editor().PostAndFollowAsync($"/rounds/{round}", ("BidId", id));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor("RUT").PostAsync($"/rounds/{round}", ("BidId", id))).StatusCode);
        for (var number = 1; number <= 2; number++)
            Assert.Equal(
                $"/bids/{round}-RUT-{number:00}",
                await service.Editor("RUT").PostAndFollowAsync($"/rounds/{round}", ("BidId", $"{Guid.Empty}"))
            );
        Assert.Equal("BidStarted", await service.EventsAsync($"{round}-RUT-02"));
        Assert.Equal("BidStarted", await service.EventsAsync($"{round}-MEL-01"));
    }

    [Fact]
    public async Task Post_SeveralAtOnce_GetNumbersOfTheirOwn()
    {
        var round = await service.RoundAsync();
        var addresses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => service.Editor().PostAndFollowAsync($"/rounds/{round}")));
        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"/bids/{round}-MEL-{n:00}"), addresses.Order());
    }

    [Fact]
    public async Task Post_RoundClosed_SaysWhenAndStartsNothing()
    {
        var round = await service.RoundAsync();
        service.Clock.Now = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            [$"Round {round} closed at 11:59:59pm on Friday 28 February 2025"],
            (await service.Editor().PostAndStayAsync($"/rounds/{round}")).Errors()
        );
        service.Clock.Now = new(2024, 12, 1, 23, 59, 59, TimeSpan.Zero);
        Assert.Equal(
            [$"Round {round} opens at 12:00am on Monday 2 December 2024"],
            (await service.Editor().PostAndStayAsync($"/rounds/{round}")).Errors()
        );
        Assert.False(await service.ReadAsync((BidsContext db) => db.Bids.AnyAsync(b => b.Reference.StartsWith(round))));
    }

    // Trap: the closing job may run before a request that reached the gateway in time, and does not run again.
    [Fact]
    public async Task Post_ArrivedInTimeAfterTheJob_DoesNotStayADraft()
    {
        var round = await service.RoundAsync();
        service.Clock.Now = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await service.SweepAsync<CloseDueRounds>();
        service.Clock.Now = service.Clock.Now.AddMilliseconds(-1);
        var bid = (await service.Editor().PostAndFollowAsync($"/rounds/{round}"))[6..];
        Assert.Equal("BidStarted BidLapsed", await service.EventsAsync(bid));
    }

    [Theory]
    [InlineData("2024-12-01T12:00:00Z", "This round opens on Monday 2 December 2024")]
    [InlineData("2024-12-02T00:00:00Z", "The deadline is 11:59:59pm on Friday 28 February 2025")]
    [InlineData("2025-03-01T00:00:00Z", "This round is closed")]
    public async Task Get_SaysWhereTheRoundStandsWhateverTheJobDid(string now, string words)
    {
        var round = await service.RoundAsync();
        service.Clock.Now = DateTimeOffset.Parse(now, null);
        var page = await service.Editor().GetPageAsync($"/rounds/{round}");
        Assert.StartsWith(words, page.Text(".govuk-inset-text"));
        Assert.Equal(
            words.StartsWith("The deadline", StringComparison.Ordinal),
            page.QuerySelector("form[action*=rounds], main form") is not null
        );
    }
}
