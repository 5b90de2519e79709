using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Forwarding;

public sealed class CallerTests(Databases given)
{
    [Fact]
    public async Task Get_SignedIn_ServiceKnowsTheCaller()
    {
        using var browser = await given.Host.GivenSignedInAsync(Roles.PartnerLead, "MEL");
        var answer = await browser.GetAsync("/bids/caller?x=1");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var got = given.Upstream["/bids/caller"];
        Assert.True(got.Authenticated);
        Assert.Equal(
            (browser.UserId, Partnership.Get("MEL"), false),
            (got.Caller.Person.UserId, got.Caller.Partnership, got.Caller.SeesEverything)
        );
        Assert.StartsWith("Zoë Ng", got.Caller.Person.Name);
        Assert.Equal([Roles.PartnerLead], got.Caller.Roles);
        Assert.Equal("/bids/caller?x=1", got.Path);
        Assert.False(got.Headers.ContainsKey("Cookie"));
    }

    [Theory]
    [InlineData("/bids/head")]
    [InlineData("/api/bids/head")]
    [InlineData("/api/openapi.json")]
    public async Task Head_IsAnsweredAsGet_WithoutTheBody(string path)
    {
        using var browser = await given.Host.GivenSignedInAsync();
        var (head, get) = (await browser.SendAsync(HttpMethod.Head, path, null, null, []), await browser.GetAsync(path));
        Assert.Equal(
            (HttpStatusCode.OK, get.Content.Headers.ContentType, 0),
            (
                head.StatusCode,
                head.Content.Headers.ContentType,
                (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length
            )
        );
    }

    [Fact]
    public async Task Head_OfADownload_IsForwardedAsGet()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(HttpMethod.Head, "/reports/head.csv", null, null, [])).StatusCode);
        Assert.Equal("GET", given.Upstream["/reports/head.csv"].Method);
    }

    [Fact]
    public async Task Get_SignedInTwice_TokenIsCachedPerSession()
    {
        using var one = await given.Host.GivenSignedInAsync();
        using var two = await given.Host.GivenSignedInAsync();
        var tokens = new List<string>();
        foreach (var (browser, path) in new[] { (one, "/bids/cache1"), (one, "/bids/cache2"), (two, "/bids/cache3") })
        {
            await browser.GetAsync(path);
            tokens.Add(given.Upstream[path].Headers["Authorization"]);
        }
        Assert.Equal(tokens[0], tokens[1]);
        Assert.NotEqual(tokens[1], tokens[2]);
    }

    [Fact]
    public async Task Get_ForgedHeaders_NeverReachTheService()
    {
        var forged = TestKeys.CallerToken(ServiceNames.Bids, new(Guid.NewGuid(), "Mallory"), null, Roles.Administrator);
        using var browser = new Browser(given.Host.Address);
        await browser.GetAsync(
            "/bids/forged",
            ("Authorization", "Bearer " + forged),
            ("Platform-Arrived-At", "1"),
            ("platform-user", "admin"),
            ("X-Forwarded-For", "1.2.3.4"),
            ("X-Forwarded-User", "admin"),
            ("X-Forwarded-Host", "evil.example"),
            ("Forwarded", "for=1.2.3.4"),
            ("X-Original-URL", "/admin"),
            ("Cookie", "a=b"),
            ("X-Harmless", "yes")
        );
        var got = given.Upstream["/bids/forged"];
        Assert.False(got.Authenticated);
        Assert.Equal("yes", got.Headers["X-Harmless"]);
        Assert.NotEqual("1", got.Headers["Platform-Arrived-At"]);
        Assert.DoesNotContain(got.Headers.Keys, name => name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(
            got.Headers.Keys.Intersect(
                ["Authorization", "platform-user", "Forwarded", "X-Original-URL", "Cookie"],
                StringComparer.OrdinalIgnoreCase
            )
        );
    }

    [Fact]
    public async Task Get_SignedInWithAForgedToken_TheSessionsIsSent()
    {
        var forged = TestKeys.CallerToken(ServiceNames.Bids, new(Guid.NewGuid(), "Mallory"), null, Roles.Administrator);
        using var browser = await given.Host.GivenSignedInAsync(Roles.PartnerEditor, "RUT");
        await browser.GetAsync("/bids/forged-signed-in", ("X-Caller", forged), ("Platform-Caller", forged));
        var got = given.Upstream["/bids/forged-signed-in"];
        Assert.Equal(browser.UserId, got.Caller.Person.UserId);
        Assert.False(got.Headers.ContainsKey("Platform-Caller"));
        await browser.GetAsync("/bids/forged-bearer", ("Authorization", "bearer " + forged));
        Assert.False(given.Upstream["/bids/forged-bearer"].Authenticated);
    }

    // A mail provider's token is no caller's: it goes on in a header of its own, on its own route alone.
    [Fact]
    public async Task Post_DeliveryReceipt_TheProvidersTokenReachesTheServiceBesideNobody()
    {
        var forged = TestKeys.CallerToken(ServiceNames.Bids, new(Guid.NewGuid(), "Mallory"), null, Roles.Administrator);
        using var browser = new Browser(given.Host.Address);
        foreach (var token in new[] { "agreed", forged })
        {
            await browser.SendAsync(
                HttpMethod.Post,
                "/api/receipts",
                null,
                null,
                [("Authorization", "Bearer " + token), ("Platform-Receipt-Token", "Bearer made-up")]
            );
            var got = given.Upstream["/api/receipts"];
            Assert.Equal(("Bearer " + token, false), (got.Headers["Platform-Receipt-Token"], got.Authenticated));
            Assert.False(got.Headers.ContainsKey("Authorization"));
        }
        await browser.GetAsync("/api/letters", ("Authorization", "Bearer agreed"), ("Platform-Receipt-Token", "Bearer agreed"));
        Assert.False(given.Upstream["/api/letters"].Headers.ContainsKey("Platform-Receipt-Token"));
    }

    [Fact]
    public async Task Get_Arrival_IsStampedByTheGatewaysClock()
    {
        await using var host = await GatewayHost.StartAsync(given, given.Upstream.Address);
        using var browser = await host.GivenSignedInAsync();
        host.Clock.MoveTo(new(2031, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var before = host.Clock.GetUtcNow();
        await browser.GetAsync("/bids/arrival", ("Platform-Arrived-At", "637134336000000000"));
        var got = given.Upstream["/bids/arrival"];
        Assert.InRange(got.Caller.At, before, host.Clock.GetUtcNow());
        Assert.Equal(got.Caller.At.UtcTicks.ToString(CultureInfo.InvariantCulture), got.Headers["Platform-Arrived-At"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/rounds/x")]
    [InlineData("/grants")]
    [InlineData("/profiles")]
    [InlineData("/decisions/EXE005-24")]
    [InlineData("/notifications")]
    [InlineData("/reports/overdue")]
    [InlineData("/api/bids/x")]
    [InlineData("/api/returns/x")]
    [InlineData("/api/letters/x")]
    [InlineData("/api/foi/x")]
    public async Task Get_ServicesAddress_ReachesIt(string path)
    {
        using var browser = new Browser(given.Host.Address);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);
        Assert.True(given.Upstream.Got(path));
        Assert.Equal(new Uri(given.Host.Address).Authority, given.Upstream[path].Headers["Host"]);
    }
}
