using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class IndexTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Get_Partner_SeesItsOwnNewestFirst()
    {
        var round = await service.RoundAsync();
        var older = await service.DraftAsync(round, "NWL");
        service.Clock.Now = Given.InTime.AddMinutes(1);
        var newer = await service.SubmittedAsync(round, "NWL");
        var page = await service.Editor("NWL").GetPageAsync("/bids");
        Assert.Equal([newer, older], page.Texts("tbody th").Take(2));
        // Its own name is no column for a partnership.
        Assert.Equal(
            ["Submitted", "£9,000", "3 February 2025", "Safer streets", "Draft", "£0", "", "No title yet"],
            page.Texts("tbody td").Take(8)
        );
        Assert.Contains($"Round {round} is open until 11:59:59pm on Friday 28 February 2025.", page.Texts(".govuk-inset-text"));
        Assert.DoesNotContain("North West Leicestershire", page.Text("table"));
    }

    [Fact]
    public async Task Get_NoBids_SaysWhatToDo()
    {
        await service.RoundAsync();
        var nobody = service.As(Given.Named("Hal"), Partnership.Get("HAR"), Roles.PartnerEditor);
        Assert.Contains("You have no bids. To start one, choose an open round above.", (await nobody.GetPageAsync("/bids")).Texts("p"));
    }

    [Fact]
    public async Task Get_ManyBids_ArePagedAndSaidInTheTitle()
    {
        var round = await service.RoundAsync();
        for (var i = 0; i < 26; i++)
            await service.DraftAsync(round, "OAD");
        var editor = service.Editor("OAD");
        var (first, last) = (await editor.GetPageAsync("/bids"), await editor.GetPageAsync("/bids?number=99"));
        Assert.StartsWith("Bids (page 1 of 2)", first.Title);
        Assert.Equal((25, 1), (first.Texts("tbody th").Count, last.Texts("tbody th").Count));
        Assert.NotNull(first.QuerySelector(".platform-table-scroll > table"));
    }

    [Theory]
    [InlineData("/bids", "round=NONE", "NONE")]
    [InlineData("/bids", "partnership=XYZ", "XYZ")]
    [InlineData("/bids", "state=3", "3")]
    [InlineData("/grants", "partnership=XYZ", "XYZ")]
    [InlineData("/grants", "programme=None", "None")]
    [InlineData("/grants", "year=1999/00", "1999/00")]
    [InlineData("/profiles", "partnership=XYZ", "XYZ")]
    [InlineData("/profiles", "year=soon", "soon")]
    public async Task Get_UnknownFilter_IsAnErrorAndListsNothing(string list, string filter, string value)
    {
        await service.DraftAsync(await service.RoundAsync());
        var page = await service.Officer().GetPageAsync($"{list}?{filter}");
        Assert.Equal([$"“{value}” is not in this list. Select one that is"], page.Errors());
        Assert.Empty(page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Get_Filtered_HasAChipToRemoveEachFilter()
    {
        var round = await service.RoundAsync();
        var (rutland, melton) = (await service.SubmittedAsync(round, "RUT"), await service.DraftAsync(round));
        var page = await service.Officer().GetPageAsync($"/bids?round={round}&partnership=RUT&state=Submitted");
        Assert.Equal([rutland], page.Texts("tbody th"));
        Assert.Equal(
            [$"Remove this filter: Round {round}", "Remove this filter: Rutland", "Remove this filter: Submitted"],
            page.Texts(".moj-filter__tag")
        );
        Assert.Equal($"/bids?round={round}&state=Submitted", page.QuerySelectorAll(".moj-filter__tag")[1].GetAttribute("href"));
        Assert.Equal([melton], (await service.Officer().GetPageAsync($"/bids?round={round}&state=Draft")).Texts("tbody th"));
        Assert.Contains(
            "No bids match. Remove a filter to see more.",
            (await service.Officer().GetPageAsync($"/bids?round={round}&state=Supported")).Texts("p")
        );
    }

    [Fact]
    public async Task Get_Sorted_EitherWay()
    {
        var round = await service.RoundAsync();
        var (melton, rutland) = (await service.DraftAsync(round), await service.DraftAsync(round, "RUT"));
        var page = await service.Officer().GetPageAsync($"/bids?round={round}&sort=partnership");
        Assert.Equal([melton, rutland], page.Texts("tbody th"));
        Assert.Equal("ascending", page.QuerySelectorAll("thead th")[4].GetAttribute("aria-sort"));
        Assert.Equal(
            [rutland, melton],
            (await service.Officer().GetPageAsync(page.QuerySelectorAll("thead th a")[3].GetAttribute("href")!)).Texts("tbody th")
        );
    }

    [Fact]
    public async Task Get_Search_FindsATitleForTheOfficeOnceItIsSubmitted()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var title = $"Night_{Guid.NewGuid():N}";
        await service
            .Editor()
            .PostAndFollowAsync($"/bids/{bid}/project", ("Version", "7"), ("Title", title), ("Theme", Given.Themes[0]), ("Summary", "S"));
        Assert.Equal([bid], (await service.Editor().GetPageAsync($"/bids?word={title[..12].ToUpperInvariant()}")).Texts("tbody th"));
        Assert.Empty((await service.Officer().GetPageAsync($"/bids?word={title}")).Texts("tbody th"));
        var named = await service.Officer().GetPageAsync($"/bids?word={bid}");
        Assert.Equal(["Draft", "", "", "Melton", "Not submitted"], named.Texts("tbody td"));
        await service.Lead().MustAsync(System.Net.HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);
        Assert.Equal([bid], (await service.Officer().GetPageAsync($"/bids?word={title}")).Texts("tbody th"));
        Assert.Empty((await service.Editor("RUT").GetPageAsync($"/bids?word={title}")).Texts("tbody th"));
        Assert.Empty((await service.Editor().GetPageAsync("/bids?word=Night%25")).Texts("tbody th"));
    }
}
