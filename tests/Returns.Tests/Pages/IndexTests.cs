using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Pages;

public class IndexTests(RunningService<ReturnsService> service)
{
    // Partnerships that no other test uses: the lists hold this test's returns alone.
    private static readonly Partnership Rutland = Partnership.Get("RUT");
    private static readonly Partnership Charnwood = Partnership.Get("CHA");
    private static readonly Partnership Harborough = Partnership.Get("HAR");

    [Fact]
    public async Task Get_Partner_ListsTheOldestDueFirstWithTheirStates()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var returns = await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 12, 31), service.Clock.Now, Rutland));
        service.Clock.Now = Given.In(2024, 8, 1);
        await service.SweepAsync<Platform.Returns.Jobs.OpenDueReturns>();
        var page = await LeadOf(Rutland).GetPageAsync("/returns");
        Assert.Equal(returns.Select(r => $"{r.GrantReference}, {r.Quarter.Label}"), page.Texts("tbody th"));
        Assert.Equal(["31 July 2024", "31 October 2024", "31 January 2025"], page.Texts("tbody tr td:nth-child(3)"));
        Assert.Equal(["Not started Overdue", "Not open yet", "Not open yet"], page.Texts("tbody tr td:last-child"));
        Assert.Equal("Overdue", page.Text(".govuk-tag--red"));
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Get_NothingThere_SaysWhatHappensNext()
    {
        var page = await LeadOf(Harborough).GetPageAsync("/returns");
        Assert.Contains("There are no returns yet. When a grant is made, its quarterly returns appear here with their due dates. You have nothing to do.", page.Texts("p"));
    }

    [Fact]
    public async Task Get_Office_FiltersByPartnershipAndStateInTheAddressAndPages()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2031, 3, 31), service.Clock.Now, Charnwood));
        service.Clock.Now = Given.In(2024, 4, 9);
        var first = await service.Officer.GetPageAsync("/returns?partnership=CHA&state=Scheduled");
        Assert.StartsWith("Returns (page 1 of 2)", first.Title, StringComparison.Ordinal);
        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        Assert.All(first.Texts("tbody tr td:nth-child(2)"), name => Assert.Equal("Charnwood", name));
        Assert.NotNull(first.QuerySelector("option[value=CHA][selected]"));

        var next = first.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href")!;
        var second = await service.Officer.GetPageAsync($"/returns{next}");
        Assert.Equal(3, second.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("No returns match this filter. Show all returns", (await service.Officer.GetPageAsync("/returns?partnership=CHA&state=overdue")).Texts("p"));
    }

    [Fact]
    public async Task Get_PartnerAsksForAnotherPartnership_SeesOnlyItsOwn()
    {
        await service.OpenReturnAsync(Given.Blaby);
        Assert.Empty((await LeadOf(Harborough).GetPageAsync("/returns?partnership=BLA")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Get_SubmittedLate_SaysHowLateInPlainTextBelowWhatIsOwed()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        service.Clock.Now = Given.In(2024, 8, 1);
        await service.Lead.PostAndFollowAsync($"{owed.Address}/check-answers?handler=Submit", ("Version", "99"));
        var page = await service.Lead.GetPageAsync("/returns?state=Submitted");
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains(owed.GrantReference, StringComparison.Ordinal));
        Assert.Equal("Submitted, 1 working day late", row.Text("td:last-child"));
        Assert.Empty(row.QuerySelectorAll(".govuk-tag"));
    }

    private Visitor LeadOf(Partnership partnership) => service.As(new(Guid.NewGuid(), "Lead"), partnership, Roles.PartnerLead);
}
