namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class WhereTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_AsPeopleWriteThem_ShowsWhatWasUnderstoodAndWhatToCheck()
    {
        var bid = await service.DraftAsync(await service.RoundAsync(), "LEI");
        Assert.Equal(
            $"/bids/{bid}/sections/where",
            await service
                .Editor("LEI")
                .PostAndFollowAsync(
                    $"/bids/{bid}/where",
                    ("Version", "1"),
                    ("Areas", "Westcotes (City) - Leicester 023A, 023B and 099Z"),
                    ("Vintage", "2011")
                )
        );
        var page = await service.Editor("LEI").GetPageAsync($"/bids/{bid}/sections/where");
        Assert.Equal(
            ["Leicester 023A, Leicester 023B, Leicester 099Z", "2011", "Leicester 099Z"],
            page.Texts(".govuk-summary-list__value")
        );
        Assert.Equal("Not in our table: check it", page.Texts(".govuk-summary-list__key")[^1]);
        Assert.Equal(2011, (await service.BidAsync(bid)).Content.Vintage);

        await service
            .Editor("LEI")
            .PostAndFollowAsync($"/bids/{bid}/where", ("Version", "2"), ("Areas", "Leicester 023A"), ("Vintage", "2021"));
        Assert.Contains(
            "In our table for 2011, not for 2021: check it",
            (await service.Editor("LEI").GetPageAsync($"/bids/{bid}/sections/where")).Texts(".govuk-summary-list__key")
        );
    }

    [Theory]
    [InlineData("Leicester 023A", "2021", "Leicester 023A is not in Melton")]
    [InlineData(
        "Melton 001A, the park",
        "2021",
        "“the park” is not an area we know. Write a district and numbers, like Melton 001A, 001B, or a code like E01025614"
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
