using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;

namespace Platform.Gateway.Tests.Reference;

public sealed class ApiReferenceTests(Databases given)
{
    [Fact]
    public async Task Get_Page_ListsEveryOperationWithoutScript()
    {
        using var browser = new Browser(given.Host.Address);
        var page = await browser.GetAsync("/api").PageAsync();
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        var document = JsonNode.Parse(
            await (await browser.GetAsync("/api/openapi.json")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        )!;
        Assert.Equal(
            document["paths"]!
                .AsObject()
                .SelectMany(path => path.Value!.AsObject().Select(o => $"{o.Key.ToUpperInvariant()} {path.Key}: {o.Value!["summary"]}"))
                .Order(StringComparer.Ordinal),
            page.QuerySelectorAll("h3")
                .Select(h => $"{h.NextElementSibling!.TextContent.Trim()}: {h.TextContent}")
                .Order(StringComparer.Ordinal)
        );
        foreach (var link in page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!))
            Assert.InRange((int)(await browser.GetAsync(link)).StatusCode, 200, 399);
    }

    [Fact]
    public async Task Get_Interactive_RunsItsOwnScriptsAloneAndLoadsNothingFromElsewhere()
    {
        using var browser = new Browser(given.Host.Address);
        Assert.Equal("reference/", (await browser.GetAsync("/api/reference")).Headers.Location!.OriginalString);
        var answer = await browser.GetAsync("/api/reference/");
        var page = await answer.PageAsync();
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var nonce = Assert.Single(page.QuerySelectorAll("script").Select(s => s.GetAttribute("nonce")).Distinct());
        Assert.Contains($"script-src 'self' 'nonce-{nonce}';", policy);
        Assert.Contains("default-src 'none';", policy);
        Assert.Contains("connect-src 'self';", policy);
        Assert.DoesNotContain("://", page.DocumentElement.OuterHtml);
        foreach (var script in page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")))
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/api/reference/{script}")).StatusCode);
        Assert.NotEqual(nonce, (await browser.GetAsync("/api/reference/").PageAsync()).QuerySelector("script")!.GetAttribute("nonce"));
        var withoutScript = new HtmlParser().ParseDocument(page.QuerySelector("noscript")!.InnerHtml).QuerySelector("a")!;
        Assert.Equal("/api", withoutScript.GetAttribute("href"));
    }
}
