namespace Platform.Bids.Tests.Grants.Pages;

public sealed class IndexTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Get_Filtered_ShowsWhatMatchesAndHowToClearTheFilter()
    {
        // Of partnerships with few other grants: a list shows 25.
        var ((charnwood, _), (blaby, _)) = (await service.GrantAsync("CHA"), await service.GrantAsync("BLA"));
        async Task<IReadOnlyList<string>> FoundAsync(string query, Visitor? by = null) =>
            (await (by ?? service.Officer()).GetPageAsync("/grants" + query)).Texts("tbody th");

        Assert.Contains(charnwood, await FoundAsync("?partnership=CHA"));
        Assert.Contains(charnwood, await FoundAsync("", service.Editor("CHA")));
        var filtered = await service.Officer().GetPageAsync("/grants?partnership=BLA&programme=Community+safety+fund&year=2025/26");
        Assert.Contains(blaby, filtered.Texts("tbody th"));
        Assert.DoesNotContain(charnwood, filtered.Texts("tbody th"));
        Assert.NotNull(filtered.QuerySelector("a[href='?partnership=&programme=Community%20safety%20fund&year=2025%2F26']"));
        Assert.Empty(await FoundAsync("?programme=Other"));
        Assert.DoesNotContain(blaby, await FoundAsync("?year=2026/27"));
        Assert.DoesNotContain(charnwood, await FoundAsync("?year=2026/27"));
        // The filter never shows a partner the grants of another.
        Assert.DoesNotContain(blaby, await FoundAsync("?partnership=BLA", service.Editor("CHA")));
    }
}
