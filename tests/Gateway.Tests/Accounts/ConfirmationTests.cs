using System.Net;
using System.Net.Http.Json;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>Whoever finds a browser open can read, and cannot sign: the password or a second factor is asked for again.</summary>
public sealed class ConfirmationTests(Databases given)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<Browser> GivenOpenBrowserAsync(string role, string? partnership = null)
    {
        var user = await given.Host.GivenUserAsync(role, partnership);
        var browser = new Browser(given.Host.Address) { UserId = user.Id, Email = user.Email! };
        await browser.SignInAsync(user.Email!, GatewayHost.Password);
        return browser;
    }

    [Fact]
    public async Task Sign_AsksFirst_KeepsWhatWasTyped_AndThenCounts()
    {
        using var browser = await GivenOpenBrowserAsync(Roles.Commissioner);
        var asked = await browser.PostAsync("/bids/sign/one?x=1", ("Reason", "Well founded"));
        var page = await asked.PageAsync();
        Assert.Equal("Check that it is you", page.Heading());
        var form = page.QuerySelector("form[action='/account/confirm']")!;
        (string, string?)[] carried = [("ReturnUrl", form.Typed("ReturnUrl")), ("Kept", form.Typed("Kept"))];
        Assert.Equal([("ReturnUrl", "/bids/sign/one?x=1"), ("Kept", "Reason=Well+founded")], carried);
        var wrong = await browser.PostAsync("/account/confirm", [("Proof", "not the password"), .. carried]).PageAsync();
        Assert.StartsWith("Enter your password", wrong.ErrorAt("Proof"));
        Assert.Equal("Reason=Well+founded", wrong.QuerySelector("form[action='/account/confirm']")!.Typed("Kept"));
        var again = await browser.PostAsync("/account/confirm", [("Proof", GatewayHost.Password), .. carried]).PageAsync();
        Assert.Equal("/bids/sign/one?x=1", again.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/bids/sign/one?x=1", ("Reason", "Well founded"))).StatusCode);
        Assert.True(given.Upstream["/bids/sign/one"].Confirmed);
    }

    [Fact]
    public async Task SigningIn_IsNotEnough_AndItCountsForSomeMinutesInThatBrowserAlone()
    {
        await using var host = await GatewayHost.StartAsync(given, given.Upstream.Address, ("Session:ConfirmedMinutes", "0.05"));
        var user = await host.GivenUserAsync(Roles.Commissioner);
        using var browser = new Browser(host.Address);
        using var other = new Browser(host.Address);
        foreach (var one in new[] { browser, other })
            await one.SignInAsync(user.Email!, GatewayHost.Password);
        await browser.PostAsync("/account/confirm", ("Proof", GatewayHost.Password));
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/bids/sign/two")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.PostAsync("/bids/sign/two")).StatusCode);
        await Task.Delay(TimeSpan.FromSeconds(4), Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/bids/sign/two")).StatusCode);
    }

    [Fact]
    public async Task Confirm_ByACode_CountsOnce()
    {
        var (user, key) = await given.Host.GivenUserWithAppAsync(Roles.Finance);
        using var browser = new Browser(given.Host.Address);
        await browser.SignInAsync(user.Email!, GatewayHost.Password);
        var step = Totp.StepOf(TimeProvider.System.GetUtcNow());
        await browser.PostAsync("/account/sign-in?handler=code", ("Code", Totp.CodeOf(key, step)));
        var used = await browser.PostAsync("/account/confirm", ("Proof", Totp.CodeOf(key, step))).PageAsync();
        Assert.StartsWith("Enter your password, or the code", used.ErrorAt("Proof"));
        var next = await browser.PostAsync("/account/confirm", ("Proof", Totp.CodeOf(key, step + 1)), ("ReturnUrl", "/bids"));
        Assert.Equal("/bids", next.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Accounts_AreNotChanged_FromABrowserThatWasLeftOpen()
    {
        using var administrator = await GivenOpenBrowserAsync(Roles.Administrator);
        var victim = await given.Host.GivenUserAsync(Roles.PartnerEditor, "MEL");
        foreach (var path in new[] { "invite", $"{victim.Id}/change", $"{victim.Id}/disable", $"{victim.Id}/second-factor" })
        {
            var page = await administrator.PostAsync($"/account/people/{path}", ("Name", "Typed")).PageAsync();
            Assert.Equal("Check that it is you", page.Heading());
            var get = await administrator.GetAsync($"/account/people/{path}");
            Assert.StartsWith("/account/confirm?returnUrl=", get.Headers.Location!.ToString());
        }
        Assert.False(await given.Host.WithUserAsync(victim.Id, (_, u) => Task.FromResult(u.Disabled)));
        // Everybody as a file, by the API.
        var people = await administrator.GetAsync("/api/users");
        Assert.Equal(HttpStatusCode.Unauthorized, people.StatusCode);
        Assert.Contains("insufficient_user_authentication", people.Headers.WwwAuthenticate.ToString());
        using var proof = JsonContent.Create(new { Proof = GatewayHost.Password });
        var proved = await administrator.SendAsync(HttpMethod.Post, "/api/users/me/confirmation", proof, "same-origin", []);
        Assert.Equal(HttpStatusCode.NoContent, proved.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/api/users")).StatusCode);
    }

    [Fact]
    public async Task Guesses_LockThatPlaceOut()
    {
        using var browser = await GivenOpenBrowserAsync(Roles.PartnerLead, "MEL");
        for (var i = 0; i < 5; i++)
            await browser.PostAsync("/account/confirm", ("Proof", "not the password"));
        var right = await browser.PostAsync("/account/confirm", ("Proof", GatewayHost.Password)).PageAsync();
        Assert.StartsWith("Enter your password", right.ErrorAt("Proof"));
    }
}
