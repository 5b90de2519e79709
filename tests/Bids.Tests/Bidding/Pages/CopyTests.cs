using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class CopyTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_PressedTwice_MakesOneDraftWithWhatItSays()
    {
        var old = await service.SubmittedAsync(await service.RoundAsync());
        var next = await service.RoundAsync(with: r => r with { DeliveryFrom = new(2026, 4, 1), DeliveryTo = new(2027, 3, 31) });
        var id = (await service.Editor().GetPageAsync($"/bids/{old}/copy")).Typed("BidId")!;
        var made = await service.Editor().PostAndFollowAsync($"/bids/{old}/copy", ("BidId", id), ("Into", next));
        Assert.Equal(made, await service.Editor().PostAndFollowAsync($"/bids/{old}/copy", ("BidId", id), ("Into", next)));
        var copy = await service.BidAsync(made[6..]);
        Assert.Equal((BidState.Draft, "Safer streets", "Ann Reed"), (copy.State, copy.Content.Title, copy.Contacts.Lead.Name));
        Assert.Equal(new FinancialYear(2026), Assert.Single(copy.Content.Interventions[0].Budget).Year);
        Assert.Contains("You have completed 0 of 9 sections.", (await service.Editor().GetPageAsync(made)).Texts("p"));
    }

    [Fact]
    public async Task Post_NoRound_SaysWhatToDo()
    {
        var old = await service.DraftAsync(await service.RoundAsync());
        Assert.Equal(["Select a round"], (await service.Editor().PostAndStayAsync($"/bids/{old}/copy", ("Into", "NOTHING"))).Errors());
    }
}
