using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>
/// The office's own sign-in, against a server of OpenIddict: it says who somebody is, and what they may do is given here.
/// </summary>
public sealed class OfficeSignInTests(Databases given) : IAsyncLifetime
{
    private OfficeProvider office = null!;
    private GatewayHost host = null!;

    public async ValueTask InitializeAsync()
    {
        office = await OfficeProvider.StartAsync();
        host = await GatewayHost.StartAsync(
            given,
            given.Upstream.Address,
            ("OfficeSignIn:Authority", office.Address),
            ("OfficeSignIn:ClientId", OfficeProvider.ClientId),
            ("OfficeSignIn:ClientSecret", OfficeProvider.ClientSecret),
            ("OfficeSignIn:AllowHttp", "true"),
            ("OfficeSignIn:Name", "your OPCC account"),
            ("SignIn:SecondFactorFor", Roles.Officer)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await office.DisposeAsync();
    }

    [Fact]
    public async Task WithoutIt_ThereIsNoButton_AndNoDoor()
    {
        using var browser = new Browser(given.Host.Address);
        Assert.DoesNotContain("office-sign-in", await ReadAsync(browser, "/account/sign-in"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/account/office-sign-in")).StatusCode);
    }

    [Fact]
    public async Task Person_WithAnAccount_AndItsSecondFactor_IsIn_AndStaysWhoTheyAre_WhateverTheirAddressIs()
    {
        var user = await host.GivenUserAsync();
        using var browser = new Browser(host.Address);
        var asked = await browser.GetAsync("/account/sign-in");
        Assert.Contains($"form-action 'self' {office.Address};", asked.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("Sign in with your OPCC account", await ReadAsync(browser, "/account/sign-in"));
        office.Says = ("1", user.Email, IsVerified: true, UsedMfa: true);
        Assert.Equal("/rounds", (await ComeAsync(browser, "/rounds")).Headers.Location!.ToString());
        Assert.Contains(user.Email!, await ReadAsync(browser, "/account"));
        // What they may do is what they were given here.
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/account/people")).StatusCode);

        using var later = new Browser(host.Address);
        office.Says = ("1", "married@office.example", IsVerified: true, UsedMfa: true);
        await ComeAsync(later, "/");
        Assert.Contains(user.Email!, await ReadAsync(later, "/account"));
    }

    [Fact]
    public async Task WithoutTheProvidersSecondFactor_OursIsAskedFor()
    {
        var (user, key) = await host.GivenUserWithAppAsync();
        using var browser = new Browser(host.Address);
        office.Says = ("2", user.Email, IsVerified: true, UsedMfa: false);
        Assert.StartsWith("/account/sign-in?step=second", (await ComeAsync(browser, "/rounds")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
        var code = Totp.CodeOf(key, Totp.StepOf(TimeProvider.System.GetUtcNow()));
        var answer = await browser.PostAsync("/account/sign-in?handler=code", ("Code", code), ("ReturnUrl", "/rounds"));
        Assert.Equal("/rounds", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("not verified")]
    [InlineData("disabled")]
    [InlineData("of a partnership")]
    [InlineData("taken")]
    public async Task WhoeverHasNoAccountHere_OrIsNotSaidToOwnItsAddress_IsNotIn(string who)
    {
        var user = who == "of a partnership" ? await host.GivenUserAsync(Roles.PartnerEditor, "MEL") : await host.GivenUserAsync();
        if (who == "disabled")
            await host.WithUserAsync(
                user.Id,
                async (services, own) =>
                {
                    own.Disable(Person.Platform, TimeProvider.System.GetUtcNow());
                    return await services.GetRequiredService<AccountsContext>().SaveChangesAsync();
                }
            );
        if (who == "taken")
        {
            office.Says = ("the owner", user.Email, IsVerified: true, UsedMfa: true);
            using var owner = new Browser(host.Address);
            await ComeAsync(owner, "/");
        }
        office.Says = ($"somebody {who}", who == "unknown" ? "nobody@example.org" : user.Email, who != "not verified", UsedMfa: true);
        using var browser = new Browser(host.Address);
        Assert.Equal("You could not be signed in", (await ComeAsync(browser, "/").PageAsync()).Heading());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Answer_OfAnotherBrowsersQuestion_OrMadeUp_SignsNobodyIn()
    {
        var user = await host.GivenUserAsync();
        office.Says = ("5", user.Email, IsVerified: true, UsedMfa: true);
        using var browser = new Browser(host.Address);
        var back = await AskAsync(browser, "/");
        using var victim = new Browser(host.Address);
        foreach (var answer in new[] { back, "/account/office-sign-in/callback?code=x&state=y", "/account/office-sign-in/callback" })
        {
            var refused = await victim.GetAsync(answer);
            Assert.Equal("/account/office-sign-in?failed=true", refused.Headers.Location!.ToString());
        }
        Assert.Equal(HttpStatusCode.Redirect, (await victim.GetAsync("/account")).StatusCode);
        // The browser that asked is in with it, once.
        Assert.StartsWith("/account/office-sign-in?returnUrl", (await browser.GetAsync(back)).Headers.Location!.ToString());
        Assert.Equal("/account/office-sign-in?failed=true", (await browser.GetAsync(back)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task ReturnUrl_OfAnotherPlace_IsNotFollowed()
    {
        var user = await host.GivenUserAsync();
        office.Says = ("6", user.Email, IsVerified: true, UsedMfa: true);
        using var browser = new Browser(host.Address);
        Assert.Equal("/", (await ComeAsync(browser, "https://evil.example/")).Headers.Location!.ToString());
    }

    private static async Task<string> ReadAsync(Browser browser, string address) =>
        (await browser.GetAsync(address).PageAsync()).QuerySelector("main")!.InnerHtml;

    /// <summary>Presses the button, is sent to the office's sign-in, and comes back.</summary>
    private async Task<HttpResponseMessage> ComeAsync(Browser browser, string returnUrl)
    {
        var back = await browser.GetAsync(await AskAsync(browser, returnUrl));
        return await browser.GetAsync(back.Headers.Location!.ToString());
    }

    /// <summary>The address to which the office's sign-in sends that browser back.</summary>
    private static async Task<string> AskAsync(Browser browser, string returnUrl)
    {
        var asked = await browser.PostAsync("/account/office-sign-in", ("returnUrl", returnUrl));
        using var there = new Browser(asked.Headers.Location!.GetLeftPart(UriPartial.Authority));
        return (await there.GetAsync(asked.Headers.Location.PathAndQuery)).Headers.Location!.PathAndQuery;
    }
}
