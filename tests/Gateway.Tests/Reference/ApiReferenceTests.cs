using System.Net;

namespace Platform.Gateway.Tests.Reference;

public sealed class ApiReferenceTests(Databases given)
{
    [Fact]
    public async Task Get_Page_RunsItsOwnScriptsAloneAndLoadsNothingFromElsewhere()
    {
        using var browser = new Browser(given.Host.Address);
        Assert.Equal("api/", (await browser.GetAsync("/api")).Headers.Location!.OriginalString);
        var answer = await browser.GetAsync("/api/");
        var page = await answer.PageAsync();
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var nonce = Assert.Single(page.QuerySelectorAll("script").Select(s => s.GetAttribute("nonce")).Distinct());
        Assert.Contains($"script-src 'self' 'nonce-{nonce}';", policy);
        Assert.Contains("default-src 'none';", policy);
        Assert.Contains("connect-src 'self';", policy);
        Assert.DoesNotContain("://", page.DocumentElement.OuterHtml);
        foreach (var script in page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")))
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/api/{script}")).StatusCode);
        Assert.NotEqual(nonce, (await browser.GetAsync("/api/").PageAsync()).QuerySelector("script")!.GetAttribute("nonce"));
    }

    [Fact]
    public async Task Get_PageWithoutScript_SaysWhereTheDocumentIs()
    {
        using var browser = new Browser(given.Host.Address);
        var words = new AngleSharp.Html.Parser.HtmlParser()
            .ParseDocument((await browser.GetAsync("/api/").PageAsync()).QuerySelector("noscript")!.InnerHtml)
            .Body!;
        Assert.StartsWith("This page needs JavaScript.", words.TextContent);
        var answer = await browser.GetAsync(words.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }
}
