using Platform.Testing;

namespace Platform.Bids.Tests.Pages.Grants;

public sealed class IndexTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Get_Filtered_ShowsWhatMatchesAndHowToTakeTheFilterBack()
    {
        var ((melton, _), (rutland, _)) = (await service.GrantAsync(), await service.GrantAsync("RUT"));
        async Task<IReadOnlyList<string>> FoundAsync(string query, Visitor? by = null) => (await (by ?? service.Officer()).GetPageAsync("/grants" + query)).Texts("tbody th");

        // Other tests' grants are on the pages before.
        var all = (await Task.WhenAll(Enumerable.Range(1, 9).Select(n => FoundAsync($"?number={n}")))).SelectMany(found => found).ToList();
        Assert.Contains(melton, all);
        Assert.Contains(rutland, all);
        var filtered = await service.Officer().GetPageAsync("/grants?partnership=RUT&programme=Community+safety+fund&year=2025/26");
        Assert.Contains(rutland, filtered.Texts("tbody th"));
        Assert.DoesNotContain(melton, filtered.Texts("tbody th"));
        Assert.NotNull(filtered.QuerySelector("a[href='?partnership=&programme=Community%20safety%20fund&year=2025%2F26']"));
        Assert.Empty(await FoundAsync("?programme=Other"));
        Assert.Empty(await FoundAsync("?year=2026/27"));
        // A partner's own filter cannot reach another's.
        Assert.DoesNotContain(rutland, await FoundAsync("?partnership=RUT", service.Editor()));
    }
}
