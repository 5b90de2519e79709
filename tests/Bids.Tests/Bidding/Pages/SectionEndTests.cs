using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class SectionEndTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_YesWithSomethingMissing_LinksToWhereItIsEntered()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var address = $"/bids/{bid}/sections/contacts";
        var page = await service.Editor().PostAndStayAsync(address, ("Completed", "yes"));
        Assert.Equal(
            ["Enter the name of the person to ask about the bid", "Enter an email address for questions about the bid"],
            page.Errors()
        );
        Assert.Equal($"/bids/{bid}/contacts#Lead_Name", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.NotNull((await service.Editor().GetPageAsync($"/bids/{bid}/contacts")).QuerySelector("#Lead_Name"));
        Assert.Equal("Error: Enter what is missing, or select “No, I’ll come back later”", page.Text(".govuk-error-message"));
        Assert.Empty((await service.BidAsync(bid)).Content.Completed);
    }

    [Fact]
    public async Task Post_NoThenYesThenNo_MarksAndTakesTheMarkBack()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var address = $"/bids/{bid}/sections/project";
        Assert.Equal($"/bids/{bid}", await service.Editor().PostAndFollowAsync(address, ("Completed", "no")));
        await service.Editor().PostAndFollowAsync(address, ("Completed", "yes"));
        Assert.Equal([BidSections.Project], (await service.BidAsync(bid)).Content.Completed);
        Assert.Equal("yes", (await service.Editor().GetPageAsync(address)).QuerySelector("input[checked]")!.GetAttribute("value"));
        await service.Editor().PostAndFollowAsync(address, ("Completed", "no"));
        Assert.Empty((await service.BidAsync(bid)).Content.Completed);
    }

    [Fact]
    public async Task Post_NothingSelected_SaysWhatToDo()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        Assert.Equal(
            ["Select yes if you have completed this section"],
            (await service.Editor().PostAndStayAsync($"/bids/{bid}/sections/attachments")).Errors()
        );
    }

    [Fact]
    public async Task Post_AMark_DisturbsNobodyWhoIsWriting()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        await service.Lead().PostAndFollowAsync($"/bids/{bid}/sections/contacts", ("Completed", "yes"));
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/contacts", ("Version", "7"), ("Lead.Name", "Bo"));
        Assert.Equal("Bo", (await service.BidAsync(bid)).Contacts.Lead.Name);
    }
}
