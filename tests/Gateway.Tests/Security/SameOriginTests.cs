using System.Net;

namespace Platform.Gateway.Tests.Security;

public sealed class SameOriginTests(Databases given)
{
    private async Task<HttpResponseMessage> PostAsync(string path, params (string, string)[] headers)
    {
        using var browser = new Browser(given.Host.Address);
        return await browser.SendAsync(HttpMethod.Post, path, Browser.Form(("a", "b")), null, headers);
    }

    private string Own => given.Host.Address;

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("nonsense")]
    public async Task Post_FromAnotherSite_IsRefusedAndNeverForwarded(string site)
    {
        var answer = await PostAsync($"/bids/cross-{site}", ("Sec-Fetch-Site", site), ("Origin", Own));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("This page was sent from another website", (await answer.PageAsync()).Heading());
        Assert.False(given.Upstream.Got($"/bids/cross-{site}"));
    }

    [Theory]
    [InlineData("same-origin")]
    [InlineData("none")]
    public async Task Post_FromOurOwnPages_IsForwarded(string site) =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/bids/own-page", ("Sec-Fetch-Site", site))).StatusCode);

    [Fact]
    public async Task Post_OldBrowserWithOurOrigin_IsForwarded() =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/bids/old", ("Origin", Own))).StatusCode);

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Post_OldBrowserWithAnotherOrigin_IsRefused(string origin) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("/bids/old-cross", ("Origin", origin))).StatusCode);

    [Theory]
    [InlineData("/bids/bare")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-out")]
    public async Task Post_NeitherHeader_IsRefused(string path) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(path)).StatusCode);

    [Fact]
    public async Task Post_ToTheApiWithoutToken_IsUnauthorized_AndWithACookieAlone_FromElsewhere()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync("/api/users")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("/api/users", ("Cookie", "platform-session=x"))).StatusCode);
    }

    [Fact]
    public async Task Post_BearerWithACookie_IsNotAProgram()
    {
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await PostAsync("/bids/both", ("Authorization", "Bearer x"), ("Cookie", "platform-session=x"))).StatusCode
        );
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/bids/program", ("Authorization", "Bearer x"))).StatusCode);
    }

    [Fact]
    public async Task Post_SignInFromAnotherSite_DoesNotSignIn()
    {
        var user = await given.Host.GivenUserAsync();
        using var browser = new Browser(given.Host.Address);
        var answer = await browser.PostFromAsync(
            "cross-site",
            "/account/sign-in",
            ("Email", user.Email),
            ("Password", GatewayHost.Password)
        );
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
