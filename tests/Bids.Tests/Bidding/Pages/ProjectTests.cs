using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class ProjectTests(RunningService<BidsService> service)
{
    private static (string, string)[] Typed(int version, string title, string summary = "Patrols") =>
        [("Version", $"{version}"), ("Title", title), ("Theme", Given.Themes[1]), ("Summary", summary)];

    [Fact]
    public async Task Post_RightAnswers_SavesThemAndTheirEvent()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/project");
        Assert.Equal("1", page.Typed("Version"));
        Assert.Equal(
            $"/bids/{bid}/project/need",
            await service.Editor().PostAndFollowAsync($"/bids/{bid}/project", Typed(1, " Night safe ", "One\r\ntwo"))
        );
        var saved = await service.BidAsync(bid);
        Assert.Equal(("Night safe", Given.Themes[1], "One\ntwo"), (saved.Content.Title, saved.Content.Theme, saved.Content.Summary));
        Assert.Equal("BidStarted BidSaved", await service.EventsAsync(bid));
    }

    [Fact]
    public async Task Post_PartOfItToComeBackLater_IsSaved()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        Assert.Equal(
            $"/bids/{bid}",
            await service.Editor().PostAndFollowAsync($"/bids/{bid}/project", ("Version", "1"), ("Title", "Night safe"), ("After", "later"))
        );
        Assert.Equal("Night safe", (await service.Editor().GetPageAsync($"/bids/{bid}/project")).Typed("Title"));
    }

    [Theory]
    [InlineData("check", "check-answers")]
    [InlineData("section", "sections/project")]
    public async Task Post_ToChangeOneAnswer_LeadsBack(string from, string to)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/project?return={from}");
        Assert.Equal($"/bids/{bid}/{to}", page.QuerySelector(".govuk-back-link")!.GetAttribute("href"));
        Assert.Equal($"/bids/{bid}/{to}", await service.Editor().PostAndFollowAsync($"/bids/{bid}/project?return={from}", Typed(1, "T")));
    }

    [Fact]
    public async Task Post_WrongAnswers_KeepsThem()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service
            .Editor()
            .PostAndStayAsync(
                $"/bids/{bid}/project",
                ("Version", "1"),
                ("Title", new('t', 101)),
                ("Theme", "Knitting"),
                ("Summary", new('s', 3001))
            );
        Assert.Equal(
            ["Title must be 100 characters or less", "Select one of this round’s themes", "Summary must be 3,000 characters or less"],
            page.Errors()
        );
        Assert.Equal(3, page.Texts(".govuk-error-message").Count);
        Assert.Equal((101, 3001), (page.Typed("Title")!.Length, page.Typed("Summary")!.Length));
        Assert.Equal(1, (await service.BidAsync(bid)).Version);
    }

    [Fact]
    public async Task Post_SummaryOfExactlyTheLimitWithALineBreak_IsTaken()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/project", Typed(1, "Night safe", new string('s', 2998) + "\r\ne"));
        Assert.Equal(3000, (await service.BidAsync(bid)).Content.Summary.Length);
    }

    // Trap: two people editing one bid, the second save silently undoing the first.
    [Fact]
    public async Task Post_Stale_ShowsBothSideBySideAndTheSecondChooses()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        await service.Lead().PostAndFollowAsync($"/bids/{bid}/project", Typed(1, "The lead’s"));

        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/project", Typed(1, "The editor’s"));
        Assert.StartsWith("Someone else changed this", Assert.Single(page.Errors()));
        Assert.Equal(["Question", "Saved now by Lee of MEL at 10:00am on Monday 3 February 2025", "Your answers"], page.Texts("thead th"));
        Assert.Equal(["The lead’s", "The editor’s"], page.Texts("tbody tr:first-child td"));
        Assert.Equal(["Use mine", "Keep what is saved"], page.Texts("main form button"));
        Assert.Equal(("The editor’s", "Patrols", "2"), (page.Typed("Title"), page.Typed("Summary"), page.Typed("Version")));
        Assert.Equal("The lead’s", (await service.BidAsync(bid)).Content.Title);

        await service.Editor().PostAndFollowAsync($"/bids/{bid}/project", [.. Typed(2, page.Typed("Title")!), ("Choice", "saved")]);
        Assert.Equal("The lead’s", (await service.BidAsync(bid)).Content.Title);
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/project", [.. Typed(2, page.Typed("Title")!), ("Choice", "mine")]);
        Assert.Equal("The editor’s", (await service.BidAsync(bid)).Content.Title);
    }

    [Fact]
    public async Task Post_StaleAndWrong_IsStillStaleWhenItIsPutRight()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        await service.Lead().PostAndFollowAsync($"/bids/{bid}/project", Typed(1, "The lead’s"));
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/project", Typed(1, new string('t', 101)));
        Assert.Equal("1", page.Typed("Version"));
        page = await service.Editor().PostAndStayAsync($"/bids/{bid}/project", Typed(1, "The editor’s"));
        Assert.StartsWith("Someone else changed this", Assert.Single(page.Errors()));
        Assert.Equal("The lead’s", (await service.BidAsync(bid)).Content.Title);
    }

    [Fact]
    public async Task Post_AColleagueSavedAnotherPage_IsNotDisturbed()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        await service.Lead().PostAndFollowAsync($"/bids/{bid}/project/need", ("Version", "1"), ("Need", "Burglary"));
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/project", Typed(1, "Night safe"));
        Assert.Equal(("Night safe", "Burglary"), ((await service.BidAsync(bid)).Content.Title, (await service.BidAsync(bid)).Content.Need));
    }

    [Fact]
    public async Task Post_SeveralAtOnceFromOneVersion_OneIsSaved()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var posts = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(n => service.Editor().PostAsync($"/bids/{bid}/project", Typed(1, $"Title {n}")))
        );
        Assert.Equal(1, posts.Count(p => p.StatusCode == System.Net.HttpStatusCode.Redirect));
        Assert.Equal(5, posts.Count(p => p.StatusCode == System.Net.HttpStatusCode.OK));
        Assert.Equal("BidStarted BidSaved", await service.EventsAsync(bid));
    }

    [Fact]
    public async Task Post_AfterTheDeadline_SaysSoAndKeepsWhatWasTyped()
    {
        var round = await service.RoundAsync();
        var bid = await service.DraftAsync(round);
        service.Clock.Now = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/project", Typed(1, "Too late"));
        Assert.Equal($"Round {round} closed at 11:59:59pm on Friday 28 February 2025", page.Errors()[0]);
        var link = page.QuerySelector($".govuk-error-summary a[href='/rounds/{round}/extension'][target='_blank']")!;
        Assert.StartsWith("Ask for more time (opens in new tab)", link.TextContent);
        Assert.Equal("Too late", page.Typed("Title"));
        Assert.NotNull(await service.Editor().GetPageAsync(link.GetAttribute("href")!));
        Assert.Equal((BidState.Draft, ""), ((await service.BidAsync(bid)).State, (await service.BidAsync(bid)).Content.Title));
    }
}
