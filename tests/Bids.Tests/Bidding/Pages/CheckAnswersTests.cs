using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class CheckAnswersTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Get_SomethingMissing_LinksToWhereItIsEntered()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Lead().GetPageAsync($"/bids/{bid}/check-answers");
        Assert.Contains("Add at least one risk", page.Texts(".govuk-inset-text li"));
        var missing = page.QuerySelectorAll(".govuk-summary-list__value a").Single(a => a.TextContent == "Enter a title");
        Assert.Equal($"/bids/{bid}/project?return=check", missing.GetAttribute("href"));
        Assert.Null(page.QuerySelector("a[href$=declaration]"));
    }

    [Fact]
    public async Task Get_Complete_SaysWhichSectionsAreNotMarkedYet()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        await service.MarkAsync(
            bid,
            [
                BidSections.Contacts,
                BidSections.Project,
                BidSections.Where,
                BidSections.Interventions,
                BidSections.Match,
                BidSections.Attachments,
            ]
        );
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/check-answers");
        Assert.Equal(["Say that you have completed Risks"], page.Texts(".govuk-inset-text li"));
        await service.MarkAsync(bid, [BidSections.Risks]);
        page = await service.Editor().GetPageAsync($"/bids/{bid}/check-answers");
        Assert.Equal("Hand over to your partnership’s lead", page.Text("main button"));
        Assert.Equal(
            "Continue to the declaration",
            (await service.Lead().GetPageAsync($"/bids/{bid}/check-answers")).Text("main a[role=button]")
        );
        Assert.Contains("Change budget (Target hardening)", page.Texts(".govuk-summary-list__actions a"));
        Assert.Contains("Ann Reed", page.Texts(".govuk-summary-list__value"));
    }

    [Fact]
    public async Task Get_OverTheCap_SaysBothAmounts()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync(cap: Money.FromPounds(8_000)));
        Assert.Contains(
            "The bid asks for £9,000. It must be £8,000 or less",
            (await service.Lead().GetPageAsync($"/bids/{bid}/check-answers")).Texts(".govuk-inset-text li")
        );
    }

    [Fact]
    public async Task Get_Submitted_LeadsToTheBid()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        Assert.Equal($"/bids/{bid}", (await service.Lead().GetAsync($"/bids/{bid}/check-answers")).Headers.Location!.OriginalString);
    }
}
