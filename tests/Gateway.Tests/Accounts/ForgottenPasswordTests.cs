using System.Diagnostics;
using System.Net;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>A forgotten password does not end an account, and does not open it to anybody else.</summary>
public sealed class ForgottenPasswordTests(Databases given)
{
    private const string Another = "another tractor onion";

    private static Task<HttpResponseMessage> AskAsync(Browser browser, string email) =>
        browser.PostAsync("/account/forgotten-password", ("Email", email));

    private async Task<string> CodeAsync(Guid id) => await given.Host.CodeOfLinkAsync(id, LinkPurpose.PasswordReset);

    private static Task<HttpResponseMessage> ChooseAsync(Browser browser, string code, string password = Another) =>
        browser.PostAsync("/account/reset-password", ("Code", code), ("Password", password));

    [Fact]
    public async Task Reset_EndsAllSessions_WorksOnce_AndTheOwnerIsTold()
    {
        using var signedIn = await given.Host.GivenSignedInAsync(Roles.PartnerEditor, "MEL");
        using var browser = new Browser(given.Host.Address);
        await AskAsync(browser, signedIn.Email.ToUpperInvariant());
        var code = await CodeAsync(signedIn.UserId);
        // A scanner opens the link as often as it likes.
        for (var i = 0; i < 3; i++)
            Assert.Equal("Choose another password", (await browser.GetAsync($"/account/reset-password?code={code}").PageAsync()).Heading());
        Assert.Equal(HttpStatusCode.OK, (await signedIn.GetAsync("/account/sessions")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ChooseAsync(browser, code)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await signedIn.GetAsync("/account/sessions")).StatusCode);
        Assert.Equal("This link cannot be used", (await ChooseAsync(browser, code, "third tractor onion").PageAsync()).Heading());
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync(signedIn.Email, GatewayHost.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(signedIn.Email, Another)).StatusCode);
        var told = (await given.Host.SentAsync<ContactChanged>(signedIn.UserId))[^1];
        Assert.True(told.IsPrivate);
        Assert.StartsWith("Another password was chosen by a link", Assert.Single(told.Changes));
    }

    [Fact]
    public async Task Ask_KnownUnknownDisabledAndInvited_GetTheSameWordsAndTime()
    {
        var known = await given.Host.GivenUserAsync();
        var invited = await given.Host.GivenUserAsync(password: null);
        using var browser = new Browser(given.Host.Address);
        foreach (var email in new[] { known.Email!, "nobody@example.org", invited.Email! })
        {
            var watch = Stopwatch.StartNew();
            var answer = await AskAsync(browser, email);
            Assert.Equal("/account/forgotten-password?sent=true", answer.Headers.Location!.ToString());
            Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(395), $"{email}: {watch.Elapsed}");
        }
        Assert.Single(await given.Host.SentAsync<LinkIssued>(known.Id));
        // Who has never chosen a password gets their invitation again.
        Assert.Equal(LinkPurpose.Invitation, (await given.Host.SentAsync<LinkIssued>(invited.Id))[^1].Details.Purpose);
    }

    [Fact]
    public async Task Ask_AgainAndAgain_IsNotAFlood_AndTheNewestLinkAloneWorks()
    {
        var user = await given.Host.GivenUserAsync();
        using var browser = new Browser(given.Host.Address);
        await AskAsync(browser, user.Email!);
        var first = await CodeAsync(user.Id);
        for (var i = 0; i < 8; i++)
            await AskAsync(browser, user.Email!);
        Assert.Equal(5, (await given.Host.SentAsync<LinkIssued>(user.Id)).Count);
        Assert.Equal("This link cannot be used", (await ChooseAsync(browser, first).PageAsync()).Heading());
        Assert.Equal(HttpStatusCode.Redirect, (await ChooseAsync(browser, await CodeAsync(user.Id))).StatusCode);
    }

    [Fact]
    public async Task Link_IsOverAfterAnHour_AndOfNoUseForAnotherPurpose()
    {
        var user = await given.Host.GivenUserAsync();
        using var browser = new Browser(given.Host.Address);
        await AskAsync(browser, user.Email!);
        var code = await CodeAsync(user.Id);
        foreach (var other in new[] { "accept-invitation", "confirm-address" })
            Assert.Equal("This link cannot be used", (await browser.GetAsync($"/account/{other}?code={code}").PageAsync()).Heading());
        await using var later = await GatewayHost.StartAsync(given, given.Upstream.Address);
        later.Clock.MoveTo(TimeProvider.System.GetUtcNow().AddMinutes(60));
        using var late = new Browser(later.Address);
        Assert.Equal("This link cannot be used", (await ChooseAsync(late, code).PageAsync()).Heading());
    }

    [Fact]
    public async Task Reset_OfSomebodyWithASecondFactor_StillAsksForIt()
    {
        var (user, _) = await given.Host.GivenUserWithAppAsync(Roles.Finance);
        using var browser = new Browser(given.Host.Address);
        await AskAsync(browser, user.Email!);
        await ChooseAsync(browser, await CodeAsync(user.Id));
        Assert.Equal("Enter a code", (await browser.SignInAsync(user.Email!, Another).PageAsync()).Heading());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Post_NotAnAddress_SaysWhatToEnter()
    {
        using var browser = new Browser(given.Host.Address);
        Assert.Equal("Enter your email address", (await AskAsync(browser, "").PageAsync()).ErrorAt("Email"));
        Assert.StartsWith("Enter an email address in the correct format", (await AskAsync(browser, "me").PageAsync()).ErrorAt("Email"));
    }
}
