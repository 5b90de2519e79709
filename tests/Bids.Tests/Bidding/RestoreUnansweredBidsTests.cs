using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Testing;

namespace Platform.Bids.Tests.Bidding;

public sealed class RestoreUnansweredBidsTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Run_NotResubmitted_StandsAsItWasSubmitted()
    {
        var round = await service.RoundAsync();
        var (bid, answered) = (await service.SubmittedAsync(round), await service.SubmittedAsync(round, "RUT"));
        await SendBackAsync(bid);
        await SendBackAsync(answered);
        await ChangeAsync(bid, "MEL");
        await ChangeAsync(answered, "RUT");
        await service.Lead("RUT").MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/bids/{answered}/submission", null);
        service.Clock.Now = London.EndOf(new(2025, 2, 10)).AddMinutes(1);
        await service.SweepAsync<RestoreUnansweredBids>();
        Assert.Equal(BidState.SentBack, (await service.BidAsync(bid)).State);
        service.Clock.Now = London.EndOf(new(2025, 2, 10)).AddMinutes(2);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => service.SweepAsync<RestoreUnansweredBids>()));
        var restored = await service.BidAsync(bid);
        Assert.Equal(
            (BidState.Submitted, "Safer streets", "Safer streets"),
            (restored.State, restored.Content.Title, restored.SubmittedTitle)
        );
        Assert.EndsWith("BidSubmitted BidSentBack BidSaved BidRestored", await service.EventsAsync(bid));
        Assert.Equal("Changed", (await service.BidAsync(answered)).Content.Title);
    }

    private Task<int> SendBackAsync(string reference) =>
        service.ReadAsync(
            async (BidsContext db) =>
            {
                var bid = await db.Bids.SingleAsync(b => b.Reference == reference);
                Assert.True(
                    bid.SendBack([new(BidSections.Project, "Say more")], new(2025, 2, 10), Given.Named("Olu Bello"), Given.InTime).IsDone
                );
                return await db.SaveChangesAsync();
            }
        );

    private async Task ChangeAsync(string bid, string partnership) =>
        await service
            .Editor(partnership)
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Put,
                $"/api/bids/bids/{bid}/project",
                new
                {
                    Title = "Changed",
                    Theme = Given.Themes[0],
                    Summary = "Lighting",
                },
                (await service.BidAsync(bid)).Version
            );
}
