using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class TaskListTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Get_Draft_SaysWhatIsDoneAndHowLongThereIs()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Editor().GetPageAsync($"/bids/{bid}");
        Assert.Equal("25 days left, until 11:59:59pm on Friday 28 February 2025.", page.Text(".govuk-inset-text"));
        Assert.Contains("You have completed 0 of 9 sections.", page.Texts("p"));
        Assert.Equal(
            [
                "Contacts",
                "The project",
                "Where it takes place",
                "Interventions",
                "Match funding",
                "Risks",
                "Attachments",
                "Check your answers and hand over to your partnership’s lead",
            ],
            page.QuerySelectorAll(".govuk-task-list__name-and-hint > :first-child").Select(e => e.TextContent.Trim())
        );
        var lead = await service.Lead().GetPageAsync($"/bids/{bid}");
        Assert.Equal(["Not started", "Cannot start yet"], lead.Texts(".govuk-task-list__status").TakeLast(2));
        Assert.Null(lead.QuerySelector("a[href$=declaration]"));
        Assert.Null(page.QuerySelector("a[href$=declaration]"));
        Assert.NotNull(page.QuerySelector($"a[href='/bids/{bid}/attachments']"));
    }

    [Fact]
    public async Task Get_Lapsed_LeadsToAskingForMoreTime()
    {
        var round = await service.RoundAsync();
        var bid = await service.DraftAsync(round);
        service.Clock.Now = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await service.SweepAsync<CloseDueRounds>();

        var page = await service.Editor().GetPageAsync($"/bids/{bid}");
        Assert.Equal("ask for more time", page.Text($"main a[href='/rounds/{round}/extension']"));
        var ask = await service.Editor().GetPageAsync($"/rounds/{round}/extension");
        Assert.NotNull(ask.QuerySelector("textarea[name=Reason]"));
    }

    [Fact]
    public async Task Get_SomeDone_HasTheirStatus()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        await service.MarkAsync(bid, [BidSections.Contacts, BidSections.Match]);
        var page = await service.Editor().GetPageAsync($"/bids/{bid}");
        Assert.Contains("You have completed 2 of 9 sections.", page.Texts("p"));
        Assert.Equal(
            ["Completed", "In progress", "In progress", "In progress", "Completed", "In progress", "Not started", "Not started"],
            page.Texts(".govuk-task-list__status")
        );
        await service.MarkAsync(bid, [.. BidSections.All]);
        Assert.Equal("Not started", (await service.Editor().GetPageAsync($"/bids/{bid}")).Texts(".govuk-task-list__status")[^1]);
        // A section that is emptied again is no longer complete, whatever its mark said.
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/contacts", ("Version", "14"));
        Assert.Equal("In progress", (await service.Editor().GetPageAsync($"/bids/{bid}")).Texts(".govuk-task-list__status")[0]);
    }

    [Fact]
    public async Task Get_SentBack_OnlyThatCanBeChanged()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        await service.SendBackAsync(bid, BidSections.Risks);
        var page = await service.Editor().GetPageAsync($"/bids/{bid}");
        Assert.Equal("17 days left, until 11:59:59pm on Thursday 20 February 2025.", page.Text(".govuk-inset-text"));
        Assert.Equal("Sent back", page.Text(".govuk-tag--yellow"));
        Assert.Contains("Say more of risks", page.Texts(".govuk-task-list__hint"));
        Assert.Equal(
            ["Risks", "Answer about Risks", "Check your answers and hand over to your partnership’s lead"],
            page.Texts(".govuk-task-list__link")
        );

        // Marked as completed but not answered, it cannot be submitted.
        Assert.False((await service.Lead().GetAsync($"/bids/{bid}/declaration")).IsSuccessStatusCode);
        await service.AnswerAsync(bid);
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/risks", ("Completed", "yes"));
        await service.Lead().PostAndFollowAsync($"/bids/{bid}/declaration", ("Version", "11"), ("Confirmed", "true"));
        Assert.Equal(BidState.Submitted, (await service.BidAsync(bid)).State);
    }

    [Fact]
    public async Task Get_ADraft_TellsTheOfficeOnlyThatThereIsOne()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var text = (await service.Officer().GetPageAsync($"/bids/{bid}")).Text("main");
        Assert.Contains("Melton has not submitted this bid", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Safer streets", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Target hardening", text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await service.Officer().GetAsync($"/bids/{bid}/history")).StatusCode);
    }

    [Fact]
    public async Task Get_SentBack_ShowsTheOfficeWhatWasSubmitted()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        await service.SendBackAsync(bid, BidSections.Project);
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/project", ("Version", "9"), ("Title", "Not said yet"));
        Assert.Equal("Safer streets", (await service.Officer().GetPageAsync($"/bids/{bid}")).Text("h1"));
        Assert.Equal("Not said yet", (await service.Editor().GetPageAsync($"/bids/{bid}")).Text("h1"));
    }
}
