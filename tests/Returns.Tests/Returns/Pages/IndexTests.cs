using AngleSharp.Dom;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

public class IndexTests(RunningService<ReturnsService> service)
{
    // Partnerships that no other test uses: the lists hold this test's returns alone.
    private static readonly Partnership Rutland = Partnership.Get("RUT");
    private static readonly Partnership Charnwood = Partnership.Get("CHA");
    private static readonly Partnership Harborough = Partnership.Get("HAR");
    private static readonly Partnership Hinckley = Partnership.Get("HIN");

    [Fact]
    public async Task Get_Partner_ListsTheOldestDueFirstWithTheirStates()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var returns = await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 12, 31), service.Clock.Now, Rutland));
        service.Clock.Now = Given.In(2024, 8, 1);
        await service.OpenDueAsync();
        var page = await LeadOf(Rutland).GetPageAsync("/returns");
        Assert.Equal(returns.Select(r => $"{r.GrantReference}, {r.Quarter.Label}"), page.Texts("tbody th"));
        Assert.Equal(["31 July 2024", "31 October 2024", "31 January 2025"], page.Texts("tbody tr td:nth-child(3)"));
        Assert.Equal(["1 working day overdue", "", ""], page.Texts("tbody tr td:nth-child(4)"));
        Assert.Equal(["Not started Overdue", "Not open yet", "Not open yet"], page.Texts("tbody tr td:nth-child(2)"));
        Assert.Equal("Overdue", page.Text(".govuk-tag--red"));
        Assert.Empty(page.QuerySelectorAll("[name=Partnership], option[value=to-read]"));
        Assert.Equal(["Returns", "Lateness"], page.Texts(".moj-sub-navigation a"));
    }

    [Fact]
    public async Task Get_NothingThere_SaysWhatHappensNext()
    {
        var page = await LeadOf(Harborough).GetPageAsync("/returns");
        Assert.Contains(
            "There are no returns yet. When a grant is made, its quarterly returns appear here with their due dates. You have nothing to "
                + "do.",
            page.Texts("p")
        );
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Theory]
    [InlineData("partnership=XYZ", "XYZ")]
    [InlineData("programme=None", "None")]
    [InlineData("quarter=2024-25-q9", "2024-25-q9")]
    [InlineData("state=3", "3")]
    [InlineData("state=Lost", "Lost")]
    public async Task Get_UnknownFilter_IsAnErrorAndListsNothing(string filter, string value)
    {
        await service.OpenReturnAsync();
        var page = await service.Officer.GetPageAsync($"/returns?{filter}&number=x");
        Assert.Equal([$"“{value}” is not in this list. Select one that is"], page.Errors());
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("tbody tr"));
        Assert.Empty((await service.Officer.GetPageAsync("/returns?number=x")).Errors());
    }

    [Fact]
    public async Task Get_Office_FiltersInTheAddressAndPages()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2031, 3, 31), service.Clock.Now, Charnwood, reference: "LONG-CHA-1"));
        service.Clock.Now = Given.In(2024, 4, 9);
        var first = await service.Officer.GetPageAsync("/returns?partnership=CHA&state=Scheduled");
        Assert.StartsWith("Returns (page 1 of 2)", first.Title, StringComparison.Ordinal);
        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        Assert.All(first.Texts("tbody tr td:nth-child(5)"), name => Assert.Equal("Charnwood", name));
        Assert.NotNull(first.QuerySelector("option[value=CHA][selected]"));
        Assert.Equal(["Returns", "Lateness", "Reminders", "Programmes"], first.Texts(".moj-sub-navigation a"));

        var second = await service.Officer.GetPageAsync(first.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href")!);
        Assert.Equal(3, second.QuerySelectorAll("tbody tr").Length);
        Assert.Contains(
            "No returns match. Remove a filter to see more.",
            (await service.Officer.GetPageAsync("/returns?partnership=CHA&state=overdue")).Texts("p")
        );

        var quarter = await service.Officer.GetPageAsync("/returns?word=long-cha&quarter=2025-26-q3&programme=Community%20safety%20fund");
        Assert.Equal(["LONG-CHA-1, Q3 2025/26: Oct 2025 - Dec 2025"], quarter.Texts("tbody th"));
        Assert.Equal(
            [
                "Remove this filter: long-cha",
                "Remove this filter: Community safety fund",
                "Remove this filter: Q3 2025/26: Oct 2025 - Dec 2025",
            ],
            quarter.Texts(".moj-filter__tag")
        );
        var without = await service.Officer.GetPageAsync(quarter.QuerySelectorAll(".moj-filter__tag")[2].GetAttribute("href")!);
        Assert.Equal("28 returns", without.Texts("main p").First(p => p.EndsWith("returns", StringComparison.Ordinal)));
        Assert.Empty((await service.Officer.GetPageAsync("/returns?word=%25")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Get_Sorted_ByDueDateAndLatenessBothWays()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var returns = await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2025, 3, 31), service.Clock.Now, Hinckley));
        service.Clock.Now = Given.In(2024, 10, 1);
        await service.OpenDueAsync();
        await service.CertifyAsync(returns[1].Id); // on time
        service.Clock.Now = Given.In(2025, 1, 2);
        await service.OpenDueAsync();
        service.Clock.Now = Given.In(2025, 2, 4);
        await service.CertifyAsync(returns[0].Id); // half a year late
        Assert.Equal([2, 0, 1, 3], await OrderAsync("lateness"));
        Assert.Equal([1, 0, 2, 3], await OrderAsync("-lateness"));
        Assert.Equal([0, 1, 2, 3], await OrderAsync("due"));
        Assert.Equal([3, 2, 1, 0], await OrderAsync("-due"));
        var page = await service.Officer.GetPageAsync("/returns?partnership=HIN&sort=lateness");
        Assert.Equal(
            ("Lateness", "/returns?partnership=HIN&sort=-lateness"),
            page.QuerySelector("th[aria-sort=descending] a") is { } link ? (link.TextContent, link.GetAttribute("href")) : default
        );
        Assert.Equal(["2 working days overdue", "130 working days late", "on time", ""], page.Texts("tbody tr td:nth-child(4)"));
        Assert.Equal(
            ["Submitted", "Submitted"],
            (await service.Officer.GetPageAsync("/returns?partnership=HIN&state=to-read")).Texts("tbody td:nth-child(2)")
        );

        async Task<IEnumerable<int>> OrderAsync(string by) =>
            (await LeadOf(Hinckley).GetPageAsync($"/returns?sort={by}"))
                .Texts("tbody th")
                .Select(t => returns.Index().Single(r => t.EndsWith(r.Item.Quarter.Label, StringComparison.Ordinal)).Index);
    }

    [Fact]
    public async Task Get_PartnerAsksForAnotherPartnership_SeesOnlyItsOwn()
    {
        await service.OpenReturnAsync(Given.Blaby);
        Assert.Empty((await LeadOf(Harborough).GetPageAsync("/returns?partnership=BLA")).QuerySelectorAll("tbody tr"));
    }

    private Visitor LeadOf(Partnership partnership) => service.As(new(Guid.NewGuid(), "Lead"), partnership, Roles.PartnerLead);
}
