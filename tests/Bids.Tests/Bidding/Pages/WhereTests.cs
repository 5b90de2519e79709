namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class WhereTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_AsPeopleWriteThem_ShowsWhatWasUnderstood()
    {
        var bid = await service.DraftAsync(await service.RoundAsync(), "LEI");
        Assert.Equal(
            $"/bids/{bid}/sections/where",
            await service
                .Editor("LEI")
                .PostAndFollowAsync(
                    $"/bids/{bid}/where",
                    ("Version", "1"),
                    ("Areas", "Westcotes (City) - Leicester 023A, 023B and 023C – 023E"),
                    ("Vintage", "")
                )
        );
        var page = await service.Editor("LEI").GetPageAsync($"/bids/{bid}/sections/where");
        Assert.Equal(
            ["Leicester 023A, Leicester 023B, Leicester 023C, Leicester 023D, Leicester 023E", "2011"],
            page.Texts(".govuk-summary-list__value")
        );
        Assert.Equal(2011, (await service.BidAsync(bid)).Content.Vintage);
    }

    [Fact]
    public async Task Find_ByPlace_OffersItsAreas_AndContinueAddsThem()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var found = await service
            .Editor()
            .PostAndStayAsync(
                $"/bids/{bid}/where",
                ("Version", "1"),
                ("Areas", "Melton 001A"),
                ("Place", "melton craven"),
                ("After", "find")
            );
        Assert.Empty(found.Errors());
        Assert.Equal("Melton 001A", found.Typed("Areas"));
        var offered = found.QuerySelectorAll("input[name=Chosen]");
        Assert.NotEmpty(offered);
        // Who names a ward means all of it.
        Assert.All(offered, box => Assert.True(box.HasAttribute("checked")));
        Assert.Empty((await service.BidAsync(bid)).Content.Areas);

        var names = offered.Select(box => box.GetAttribute("value")!).ToList();
        await service
            .Editor()
            .PostAndFollowAsync($"/bids/{bid}/where", [("Version", "1"), ("Areas", "Melton 001A"), .. names.Select(n => ("Chosen", n))]);
        Assert.Equal(["Melton 001A", .. names], (await service.BidAsync(bid)).Content.Areas);
    }

    [Theory]
    [InlineData("Wigston", "No ward, place or area in Melton is called “Wigston”. Try part of its name.")]
    public async Task Find_Nothing_SaysSo(string place, string words)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/where", ("Version", "1"), ("Place", place), ("After", "find"));
        Assert.Contains(words, page.Texts("p"));
    }

    [Fact]
    public async Task Continue_APlaceThatWasNotSearchedFor_IsSearchedForAndAskedAbout()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        (string, string)[] typed = [("Version", "1"), ("Areas", "Melton 001A"), ("Place", "melton craven")];
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/where", typed);
        Assert.Equal("Error: Select the areas of this place below, or clear this field", page.Text("#Place-error"));
        Assert.NotEmpty(page.QuerySelectorAll("input[name=Chosen][checked]"));
        Assert.Equal(("Melton 001A", "melton craven"), (page.Typed("Areas"), page.Typed("Searched")));

        page = await service.Editor().PostAndStayAsync($"/bids/{bid}/where", [.. typed[..2], ("Place", "Wigston")]);
        Assert.Equal("Error: No area of this name was found: try part of the name, or clear this field", page.Text("#Place-error"));

        // Once it has been searched for, it may be left there.
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/where", [.. typed, ("Searched", "melton craven")]);
        Assert.Equal(["Melton 001A"], (await service.BidAsync(bid)).Content.Areas);
    }

    [Fact]
    public async Task Post_NameOfAWard_AsksWhichOfItsAreas()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/where", ("Version", "1"), ("Areas", "Melton Craven"));
        Assert.Equal(["“Melton Craven” is a ward or a place. Select its areas from the list, or write them"], page.Errors());
        Assert.NotEmpty(page.QuerySelectorAll("input[name=Chosen]"));
    }

    [Fact]
    public async Task Post_SeveralThingsWrong_SaysAllOfThemAtOnce()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service
            .Editor()
            .PostAndStayAsync($"/bids/{bid}/where", ("Version", "1"), ("Areas", "Egerton Park, Leicester 023A\nMelton 009Z, Melton 002"));
        Assert.Equal(4, page.Errors().Count);
        Assert.Equal(4, page.QuerySelector(".govuk-error-message")!.InnerHtml.Split("<br>").Length);
    }

    [Theory]
    [InlineData("Leicester 023A", "2021", "Leicester 023A is not in Melton")]
    [InlineData(
        "Melton 001A, Egerton Park",
        "2021",
        "“Egerton Park” is not an area we know. Write a district and numbers, like Melton 001A, 001B, or a code like E01025885"
    )]
    [InlineData("Melton 001A", "1991", "Select 2011 or 2021")]
    public async Task Post_OneThingWrong_SaysItBesideTheFieldAndKeepsIt(string areas, string vintage, string message)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/where", ("Version", "1"), ("Areas", areas), ("Vintage", vintage));
        Assert.Equal([message], page.Errors());
        Assert.Equal("Error: " + message, page.Text(".govuk-error-message"));
        Assert.Equal(areas, page.Typed("Areas"));
        Assert.Empty((await service.BidAsync(bid)).Content.Areas);
    }
}
