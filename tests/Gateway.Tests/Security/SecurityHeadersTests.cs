using System.Net;

namespace Platform.Gateway.Tests.Security;

public sealed class SecurityHeadersTests(Databases given)
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/about/privacy")]
    [InlineData("/nowhere")]
    [InlineData("/bids/x")]
    [InlineData("/bids/status/500")]
    [InlineData("/api/users/me")]
    [InlineData("/health/live")]
    public async Task Get_Anything_HasTheHeaders(string path)
    {
        using var browser = new Browser(given.Host.Address);
        var answer = await browser.GetAsync(path);
        string Header(string name) => Assert.Single(answer.Headers.GetValues(name));
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                + "form-action 'self'; "
                + "frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'",
            Header("Content-Security-Policy")
        );
        Assert.Equal("max-age=31536000; includeSubDomains", Header("Strict-Transport-Security"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.StartsWith("camera=()", Header("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/people")]
    [InlineData("/account/people/invite")]
    [InlineData("/account/change-password")]
    [InlineData("/account/sign-out")]
    [InlineData("/about/accessibility")]
    [InlineData("/about/contact")]
    [InlineData("/about/cookies")]
    [InlineData("/about/privacy")]
    public async Task Get_OwnPage_ObeysThePolicyAndHasOneHeading(string path)
    {
        using var browser = await given.Host.GivenSignedInAsync(Platform.Contracts.Roles.Administrator);
        var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        var page = await answer.PageAsync();
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onload], [onsubmit]"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.EndsWith(" - Community safety funding", page.Title);
        Assert.All(page.QuerySelectorAll("label[for]"), label => Assert.NotNull(page.GetElementById(label.GetAttribute("for")!)));
        foreach (
            var asset in page.QuerySelectorAll("link[rel='stylesheet'], script[src]")
                .Select(a => a.GetAttribute("href") ?? a.GetAttribute("src")!)
        )
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(asset)).StatusCode);
        Assert.Empty(page.QuerySelectorAll("main input[name='__RequestVerificationToken']"));
    }

    [Fact]
    public async Task Get_AnonymousPublicPage_MayBeCached()
    {
        using var browser = new Browser(given.Host.Address);
        Assert.Null((await browser.GetAsync("/bids/cacheable")).Headers.CacheControl);
        using var signedIn = await given.Host.GivenSignedInAsync();
        Assert.Equal("no-store, private", (await signedIn.GetAsync("/bids/cacheable")).Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Post_TooManySignIns_WaitsInPlainWords()
    {
        await using var strict = await GatewayHost.StartAsync(given, given.Upstream.Address, ("SignIn:PerMinute", "2"));
        using var browser = new Browser(strict.Address);
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("nobody@example.org", "wrong")).StatusCode);
        var answer = await browser.SignInAsync("nobody@example.org", "wrong");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Equal("You have tried too many times", (await answer.PageAsync()).Heading());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/sign-in")).StatusCode);
        var token = await browser.SendAsync(HttpMethod.Post, "/api/tokens", Browser.Form(), null, []);
        Assert.Equal(
            (HttpStatusCode.TooManyRequests, "application/problem+json"),
            (token.StatusCode, token.Content.Headers.ContentType!.MediaType)
        );
    }
}
