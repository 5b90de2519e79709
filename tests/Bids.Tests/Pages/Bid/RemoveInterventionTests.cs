using Platform.Testing;

namespace Platform.Bids.Tests.Pages.Bid;

public sealed class RemoveInterventionTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_AfterAsking_RemovesIt()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var address = $"/bids/{bid}/interventions/{(await service.BidAsync(bid)).Content.Interventions[0].Id}/remove";
        var page = await service.Editor().GetPageAsync(address);
        Assert.Equal("Are you sure you want to remove Target hardening?", page.Text("h1"));
        Assert.Equal($"/bids/{bid}/interventions", await service.Editor().PostAndFollowAsync(address, ("Version", page.Typed("Version")!)));
        Assert.Empty((await service.BidAsync(bid)).Content.Interventions);
    }

    [Fact]
    public async Task Post_Stale_AsksAgain()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var address = $"/bids/{bid}/interventions/{(await service.BidAsync(bid)).Content.Interventions[0].Id}/remove";
        var page = await service.Editor().PostAndStayAsync(address, ("Version", "2"));
        Assert.Single(page.Errors());
        Assert.Single((await service.BidAsync(bid)).Content.Interventions);
        await service.Editor().PostAndFollowAsync(address, ("Version", page.Typed("Version")!));
        Assert.Empty((await service.BidAsync(bid)).Content.Interventions);
    }
}
