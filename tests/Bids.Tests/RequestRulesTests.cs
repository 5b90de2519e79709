using System.Net;
using Platform.Testing;

namespace Platform.Bids.Tests;

/// <summary>What no page or endpoint could read is refused with 4xx, never 500.</summary>
public sealed class RequestRulesTests(RunningService<BidsService> service)
{
    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("POST")]
    [InlineData("FOO")]
    public async Task Page_MethodWithoutHandler_IsNotAllowed(string method)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await service.Lead().SendAsync(new(method), $"/bids/{bid}", null, null)).StatusCode);
    }

    [Fact]
    public async Task NulInTheAddress_IsRefused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Officer().GetAsync("/decisions/new?round=%00")).StatusCode);

    [Fact]
    public async Task NulInJson_IsRefused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Editor().SendJsonAsync(HttpMethod.Post, "/api/bids/bids", new { Round = "CSP\0" })).StatusCode);

    [Fact]
    public async Task NulInAForm_IsRefused()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Editor().PostAsync($"/bids/{bid}/project", ("Title", "a\0b"))).StatusCode);
    }
}
