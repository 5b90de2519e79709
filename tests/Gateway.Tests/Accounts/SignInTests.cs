using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

public sealed class SignInTests(Databases given)
{
    [Fact]
    public async Task Post_RightPassword_SignsInAndLeadsToReturnUrl()
    {
        var user = await given.Host.GivenUserAsync();
        using var browser = new Browser(given.Host.Address);
        var answer = await browser.SignInAsync(user.Email!.ToUpperInvariant(), GatewayHost.Password, "/bids/x?y=1");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/bids/x?y=1", answer.Headers.Location!.ToString());
        var page = await browser.GetAsync("/about/cookies").PageAsync();
        Assert.Contains(user.Name, page.Text("body"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Post_ReturnUrlOfAnotherSite_LeadsHome(string returnUrl)
    {
        var user = await given.Host.GivenUserAsync();
        using var browser = new Browser(given.Host.Address);
        Assert.Equal("/", (await browser.SignInAsync(user.Email!, GatewayHost.Password, returnUrl)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Post_WrongPasswordAndUnknownUserAndInvited_GetTheSameWords()
    {
        var user = await given.Host.GivenUserAsync();
        var invited = await given.Host.GivenUserAsync(password: null);
        using var browser = new Browser(given.Host.Address);
        var wrong = await browser.SignInAsync(user.Email!, "not the password").PageAsync();
        var unknown = await browser.SignInAsync("nobody@example.org", "not the password").PageAsync();
        var empty = await browser.SignInAsync(invited.Email!, "not the password").PageAsync();
        var words = Assert.Single(wrong.Errors());
        Assert.StartsWith("Enter the email address and password", words);
        Assert.Equal(wrong.Errors(), unknown.Errors());
        Assert.Equal(wrong.Errors(), empty.Errors());
        Assert.StartsWith("Error: Sign in", wrong.Title);
        Assert.Equal("#Email", wrong.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.Equal(user.Email, wrong.Typed("Email"));
        Assert.DoesNotContain("not the password", wrong.DocumentElement.OuterHtml);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_Refused_TakesAsLongForAnUnknownUser(bool known)
    {
        var user = await given.Host.GivenUserAsync();
        using var browser = new Browser(given.Host.Address);
        var watch = Stopwatch.StartNew();
        await browser.SignInAsync(known ? user.Email! : "nobody@example.org", "not the password");
        // Both wait until the same moment; how much later the answer comes says how busy the machine is.
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(395), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task Post_NothingTyped_SaysWhatToEnter()
    {
        using var browser = new Browser(given.Host.Address);
        var page = await browser.PostAsync("/account/sign-in").PageAsync();
        Assert.Equal("Enter your email address", page.ErrorAt("Email"));
        Assert.Equal("Enter your password", page.ErrorAt("Password"));
    }

    [Fact]
    public async Task Post_FiveWrongPasswords_LocksWithoutSayingSo()
    {
        var user = await given.Host.GivenUserAsync();
        using var browser = new Browser(given.Host.Address);
        for (var i = 0; i < 5; i++)
            await browser.SignInAsync(user.Email!, "not the password");
        var page = await browser.SignInAsync(user.Email!, GatewayHost.Password).PageAsync();
        Assert.StartsWith("Enter the email address and password", Assert.Single(page.Errors()));
        var until = await given.Host.WithUserAsync(
            user.Id,
            (services, _) => services.GetRequiredService<SignInAttempts>().LockedUntilAsync(user.Id)
        );
        Assert.InRange(until!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Contains("locked for 15 minutes", (await given.Host.SentAsync<ContactChanged>(user.Id))[^1].Changes[0]);
        // Once more from there tells nobody anew.
        await browser.SignInAsync(user.Email!, "not the password");
        Assert.Single(await given.Host.SentAsync<ContactChanged>(user.Id), e => e.Changes.Count > 0);
    }

    [Fact]
    public async Task Locked_FromElsewhere_TheOwnersDeviceStillSignsIn_AndAnAdministratorUnlocks()
    {
        var user = await given.Host.GivenUserAsync(Roles.PartnerLead, "MEL");
        using var own = new Browser(given.Host.Address);
        await own.SignInAsync(user.Email!, GatewayHost.Password);
        await own.PostAsync("/account/sign-out");
        using var elsewhere = new Browser(given.Host.Address);
        for (var i = 0; i < 5; i++)
            await elsewhere.SignInAsync(user.Email!, "not the password");
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.SignInAsync(user.Email!, GatewayHost.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await own.SignInAsync(user.Email!, GatewayHost.Password)).StatusCode);
        // Its cookie opens nothing by itself, and is no more allowed than others.
        await own.PostAsync("/account/sign-out");
        for (var i = 0; i < 5; i++)
            await own.SignInAsync(user.Email!, "not the password");
        Assert.Equal(HttpStatusCode.OK, (await own.SignInAsync(user.Email!, GatewayHost.Password)).StatusCode);
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var page = await administrator.GetAsync($"/account/people/{user.Id}").PageAsync();
        Assert.NotNull(page.QuerySelector("form[action$='handler=unlock']"));
        await administrator.PostAsync($"/account/people/{user.Id}?handler=unlock");
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.SignInAsync(user.Email!, GatewayHost.Password)).StatusCode);
    }

    [Fact]
    public async Task ManyPlaces_GuessAtOneAccount_KnownDevicesAndSecondFactorsStillSignIn()
    {
        var plain = await given.Host.GivenUserAsync(Roles.PartnerEditor, "MEL");
        var (armed, _) = await given.Host.GivenUserWithAppAsync();
        using var known = new Browser(given.Host.Address);
        await known.SignInAsync(plain.Email!, GatewayHost.Password);
        foreach (var user in new[] { plain, armed })
            await given.Host.WithUserAsync(
                user.Id,
                (services, _) =>
                    services
                        .GetRequiredService<AccountsContext>()
                        .Database.ExecuteSqlAsync(
                            $"insert into sign_in_attempts select {user.Id}, '10.0.0.' || n, 4, now(), null from generate_series(1, 25) n"
                        )
            );
        using var unknown = new Browser(given.Host.Address);
        Assert.Equal("Sign in", (await unknown.SignInAsync(plain.Email!, GatewayHost.Password).PageAsync()).Heading());
        Assert.Equal(HttpStatusCode.Redirect, (await known.SignInAsync(plain.Email!, GatewayHost.Password)).StatusCode);
        Assert.Equal("Enter a code", (await unknown.SignInAsync(armed.Email!, GatewayHost.Password).PageAsync()).Heading());
    }

    [Fact]
    public async Task Post_Cookie_IsHiddenFromScriptsAndOtherSites()
    {
        var user = await given.Host.GivenUserAsync();
        using var browser = new Browser(given.Host.Address);
        var cookies = (await browser.SignInAsync(user.Email!, GatewayHost.Password)).Headers.GetValues("Set-Cookie");
        var cookie = Assert.Single(cookies, c => c.StartsWith("platform-session=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.StartsWith("platform-session=", cookie);
        Assert.Contains("; httponly", cookie);
        Assert.Contains("; samesite=lax", cookie);
        Assert.DoesNotContain("; expires", cookie);
    }

    [Fact]
    public async Task Post_CookieInProduction_IsSecure()
    {
        var user = await given.Host.GivenUserAsync();
        await using var production = await GatewayHost.StartAsync(given, given.Upstream.Address, ("Session:AllowHttp", null));
        using var browser = new Browser(production.Address);
        var answer = await browser.SignInAsync(user.Email!, GatewayHost.Password);
        Assert.All(
            answer.Headers.GetValues("Set-Cookie"),
            cookie =>
            {
                Assert.StartsWith("__Host-platform-", cookie);
                Assert.Contains("; path=/;", cookie);
                Assert.Contains("; secure", cookie);
                Assert.DoesNotContain("domain", cookie);
            }
        );
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task SignedIn_ClockMovedByAYear_StaysSignedIn()
    {
        await using var moved = await GatewayHost.StartAsync(given, given.Upstream.Address);
        using var browser = await moved.GivenSignedInAsync();
        moved.Clock.MoveTo(TimeProvider.System.GetUtcNow().AddDays(400));
        await browser.GetAsync("/bids/clock");
        Assert.Equal(browser.UserId, given.Upstream["/bids/clock"].Caller.Person.UserId);
        moved.Clock.MoveTo(TimeProvider.System.GetUtcNow().AddDays(-400));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/change-password")).StatusCode);
    }

    [Fact]
    public async Task SignOut_Post_EndsTheSessionAndGetDoesNot()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        Assert.NotNull((await browser.GetAsync("/account/sign-out").PageAsync()).QuerySelector("form[action='/account/sign-out'] button"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/change-password")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/account/sign-out")).StatusCode);
        var after = await browser.GetAsync("/account/change-password");
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount%2Fchange-password", after.Headers.Location!.ToString());
    }
}
