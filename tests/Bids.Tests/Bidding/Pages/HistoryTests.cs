using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class HistoryTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Get_Partner_SeesWhoChangedWhatNewestFirst()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        service.Clock.Now = Given.InTime.AddSeconds(7);
        await service
            .Lead()
            .PostAndFollowAsync(
                $"/bids/{bid}/project",
                ("Version", "7"),
                ("Title", "Safer homes"),
                ("Theme", Given.Themes[0]),
                ("Summary", "Lighting")
            );
        var id = (await service.BidAsync(bid)).Content.Interventions[0].Id;
        await service.Lead().PostAndFollowAsync($"/bids/{bid}/interventions/{id}/remove", ("Version", "8"));
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/history");
        Assert.Equal(["Interventions saved", "The project saved", "Risks saved"], page.Texts(".moj-timeline__title").Take(3));
        Assert.Equal("by Lee of MEL", page.Texts(".moj-timeline__byline")[1]);
        Assert.Equal("10:00:07am on Monday 3 February 2025", page.Texts("time")[1]);
        var items = page.QuerySelectorAll(".moj-timeline__item");
        Assert.Equal(["Title", "Safer streets", "Safer homes"], items[1].Texts("tbody tr > *"));
        Assert.Equal(("Target hardening", "Removed"), (items[0].Texts("tbody th")[0], items[0].Texts("tbody td")[1]));
        Assert.Equal("Bid started", page.Texts(".moj-timeline__title")[^1]);
    }

    [Fact]
    public async Task Get_Office_SeesWhatDiffersBetweenSubmissions()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        await service.SendBackAsync(bid, BidSections.Project);
        await service
            .Editor()
            .PostAndFollowAsync(
                $"/bids/{bid}/project",
                ("Version", "9"),
                ("Title", "Safer still"),
                ("Theme", Given.Themes[0]),
                ("Summary", "Lighting")
            );
        Assert.DoesNotContain(
            "Safer still",
            (await service.Officer().GetPageAsync($"/bids/{bid}/history")).Text("main"),
            StringComparison.Ordinal
        );
        await service.AnswerAsync(bid);
        await service.Lead().MustAsync(System.Net.HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);
        var items = (await service.Officer().GetPageAsync($"/bids/{bid}/history")).QuerySelectorAll(".moj-timeline__item");
        Assert.Equal(["Title", "Safer streets", "Safer still"], items[0].Texts("tbody tr > *"));
        Assert.Equal(
            "The project: Say more of project To be submitted again by 11:59:59pm on Thursday 20 February 2025",
            items[3].Text("p.platform-typed")
        );
        Assert.All(items.Skip(1), i => Assert.Null(i.QuerySelector("table")));
    }

    [Fact]
    public async Task Get_ManyChanges_ArePaged()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        for (var i = 1; i <= 26; i++)
            await service.Editor().PostAndFollowAsync($"/bids/{bid}/project", ("Version", $"{i}"), ("Title", $"Title {i}"));
        var (first, last) = (
            await service.Editor().GetPageAsync($"/bids/{bid}/history"),
            await service.Editor().GetPageAsync($"/bids/{bid}/history?number=2")
        );
        Assert.StartsWith($"History of {bid} (page 1 of 2)", first.Title);
        Assert.Equal((25, 2), (first.QuerySelectorAll(".moj-timeline__item").Length, last.QuerySelectorAll(".moj-timeline__item").Length));
        Assert.Equal(["Title", "Title 1", "Title 2"], first.QuerySelectorAll(".moj-timeline__item")[24].Texts("tbody tr > *"));
    }
}
