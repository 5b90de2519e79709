using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class WithdrawTests(RunningService<BidsService> service)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_ADraftOrASubmittedBid_IsKeptAndWithdrawn(bool submitted)
    {
        var round = await service.RoundAsync();
        var bid = submitted ? await service.SubmittedAsync(round) : await service.DraftAsync(round);
        Assert.Equal(
            "Are you sure you want to withdraw this bid?",
            (await service.Lead().GetPageAsync($"/bids/{bid}/withdraw")).Text("h1")
        );
        Assert.Equal(
            $"/bids/{bid}",
            await service.Lead().PostAndFollowAsync($"/bids/{bid}/withdraw", ("Reason", "The project found other money"))
        );
        Assert.Equal(BidState.Withdrawn, (await service.BidAsync(bid)).State);
        Assert.Contains(
            "The project found other money",
            (await service.Editor().GetPageAsync($"/bids/{bid}/history")).Text("main"),
            StringComparison.Ordinal
        );
        Assert.Equal($"/bids/{bid}", (await service.Lead().GetAsync($"/bids/{bid}/withdraw")).Headers.Location!.OriginalString);
        Assert.Contains(
            "This bid has been withdrawn",
            (await service.Editor().PostAndStayAsync($"/bids/{bid}/project", ("Version", "99"), ("Title", "T"))).Errors()
        );
    }

    [Fact]
    public async Task Post_ReasonTooLong_SaysItBesideTheField()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Lead().PostAndStayAsync($"/bids/{bid}/withdraw", ("Reason", new('r', 1001)));
        Assert.Equal("Error: Reason must be 1,000 characters or less", page.Text(".govuk-error-message"));
        Assert.Equal(BidState.Draft, (await service.BidAsync(bid)).State);
    }
}
