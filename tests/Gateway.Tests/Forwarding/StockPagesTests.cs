using System.Net;
using System.Text.Json;

namespace Platform.Gateway.Tests.Forwarding;

public sealed class StockPagesTests(Databases given)
{
    [Theory]
    [InlineData("/nowhere", 404, "Page not found")]
    [InlineData("/problem", 404, "Page not found")]
    [InlineData("/bids/status/403", 403, "You cannot see this page")]
    [InlineData("/bids/status/404", 404, "Page not found")]
    [InlineData("/bids/status/500", 500, "Sorry, there is a problem with the service")]
    [InlineData("/bids/status/503", 503, "Sorry, the service is unavailable")]
    [InlineData("/bids/problem/404", 404, "Page not found")]
    [InlineData("/bids/problem/500", 500, "Sorry, there is a problem with the service")]
    public async Task Get_NoWordsOfItsOwn_GetsTheStockPageAndKeepsTheStatus(string path, int status, string heading)
    {
        using var browser = new Browser(given.Host.Address);
        var answer = await browser.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal(heading, page.Heading());
        Assert.StartsWith(heading + " - ", page.Title);
        Assert.DoesNotContain("answers on the page", page.Text("body"));
    }

    [Fact]
    public async Task Get_WordsOfTheService_AreLeftAlone()
    {
        using var browser = new Browser(given.Host.Address);
        var answer = await browser.GetAsync("/bids/own/404");
        Assert.Equal(
            (404, "the service's own words"),
            ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
        );
    }

    [Theory]
    [InlineData("/bids/status/503", "The answers on the page you just sent were not saved")]
    [InlineData("/bids/status/500", "The answers on the page you just sent may not have been saved")]
    [InlineData("/bids/status/504", "The answers on the page you just sent may not have been saved")]
    public async Task Post_ServiceFails_SaysWhatBecameOfTheAnswers(string path, string words)
    {
        using var browser = await given.Host.GivenSignedInAsync();
        var page = await browser.PostAsync(path, ("a", "b")).PageAsync();
        Assert.Contains("What you had saved before is kept", page.Text("body"));
        Assert.Contains(words, page.Text("body"));
        Assert.Contains("back button", page.Text("body"));
    }

    [Fact]
    public async Task Get_ServiceAway_PersonGetsAPageAndProgramProblemDetails()
    {
        await using var cutOff = await GatewayHost.StartAsync(given, "http://127.0.0.1:1");
        using var browser = new Browser(cutOff.Address);
        var page = await browser.GetAsync("/bids/x");
        Assert.Contains(page.StatusCode, new[] { HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable });
        Assert.Equal("Sorry, the service is unavailable", (await page.PageAsync()).Heading());
        var api = await browser.GetAsync("/api/bids/x");
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await api.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal((int)api.StatusCode, problem.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/api/nowhere", 404)]
    [InlineData("/api/bids/status/404", 404)]
    [InlineData("/api/bids/private/x", 401)]
    [InlineData("/api/bids/status/500", 500)]
    public async Task Get_Api_GetsProblemDetails(string path, int status)
    {
        using var browser = new Browser(given.Host.Address);
        var answer = await browser.GetAsync(path);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Get_ApiProblemOfTheService_IsLeftAlone()
    {
        using var browser = new Browser(given.Host.Address);
        var answer = await browser.GetAsync("/api/bids/problem/409");
        Assert.Contains("Of the service.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Head_Unknown_HasNoBody()
    {
        using var browser = new Browser(given.Host.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(HttpMethod.Head, "/nowhere", null, null, [])).StatusCode);
    }
}
