using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Security;

/// <summary>Where a request came from, behind proxies.</summary>
public sealed class KnownProxiesTests(Databases given)
{
    private async Task<string> SourceAsync(GatewayHost host, string forwardedFor)
    {
        var user = await host.GivenUserAsync();
        using var browser = new Browser(host.Address);
        await browser.SendAsync(
            HttpMethod.Post,
            "/account/sign-in",
            Browser.Form(("Email", user.Email), ("Password", GatewayHost.Password)),
            "same-origin",
            [("X-Forwarded-For", forwardedFor)]
        );
        await using var scope = host.Services.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<AccountsContext>().EventLog.AsNoTracking();
        var row = await log.SingleAsync(r => r.Type == nameof(AccessNoted) && r.Actor == user.Id, TestContext.Current.CancellationToken);
        return ((AccessNoted)row.Read()).Details.Source;
    }

    [Fact]
    public async Task AClientsOwnHeader_IsNotBelieved() => Assert.Equal("127.0.0.1", await SourceAsync(given.Host, "203.0.113.9"));

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.9", "203.0.113.9")]
    // What the client itself wrote comes first.
    [InlineData("127.0.0.0/8", "198.51.100.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1, 10.0.0.0/8", "203.0.113.9, 10.1.2.3", "203.0.113.9")]
    [InlineData("10.0.0.0/8", "203.0.113.9", "127.0.0.1")]
    public async Task AKnownProxy_SaysWhoAsked(string known, string forwardedFor, string source)
    {
        await using var host = await GatewayHost.StartAsync(given, given.Upstream.Address, ("Proxies:Known", known));
        Assert.Equal(source, await SourceAsync(host, forwardedFor));
    }

    [Fact]
    public async Task SignIns_AreLimitedByTheRealSource()
    {
        await using var host = await GatewayHost.StartAsync(
            given,
            given.Upstream.Address,
            ("Proxies:Known", "127.0.0.1"),
            ("SignIn:PerMinute", "2")
        );
        using var browser = new Browser(host.Address);
        async Task<int> TryAsync(string from) =>
            (int)
                (
                    await browser.SendAsync(
                        HttpMethod.Post,
                        "/account/sign-in",
                        Browser.Form(("Email", "x@example.org"), ("Password", "x")),
                        "same-origin",
                        [("X-Forwarded-For", from)]
                    )
                ).StatusCode;
        var answers = new List<int>();
        foreach (var last in new[] { 1, 1, 1, 2 })
            answers.Add(await TryAsync($"203.0.113.{last}"));
        Assert.Equal([200, 200, 429, 200], answers);
    }

    [Fact]
    public async Task WhatIsNoAddress_IsSaidAtTheStart()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            GatewayHost.StartAsync(given, given.Upstream.Address, ("Proxies:Known", "proxy.local"))
        );
        Assert.StartsWith("Proxies:Known has 'proxy.local'", e.Message);
    }

    [Fact]
    public async Task TooManySignIns_SayWhenToTryAgain()
    {
        await using var host = await GatewayHost.StartAsync(given, given.Upstream.Address, ("SignIn:PerMinute", "1"));
        using var browser = new Browser(host.Address);
        await browser.SignInAsync("x@example.org", "x");
        var answer = await browser.SignInAsync("x@example.org", "x");
        var page = await answer.PageAsync();
        Assert.Equal((429, "You have tried too many times"), ((int)answer.StatusCode, page.Heading()));
        Assert.Contains($"Wait {answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds} seconds, then try again.", page.Body!.TextContent);
        Assert.Contains("back button to return to your answers", page.Body.TextContent);
    }
}
