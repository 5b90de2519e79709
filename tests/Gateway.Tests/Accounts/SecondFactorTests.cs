using System.Net;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>The codes of authenticator apps, as the RFC's own examples have them.</summary>
[Rule]
public sealed class TotpTests
{
    // "12345678901234567890" in base 32: RFC 6238, appendix B.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void CodeOf_TheRfcsInstants_IsTheRfcsCode(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf(Key, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void Match_TakesTheStepsBesideIt_AndNoneTwice()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        var step = Totp.StepOf(now);
        foreach (var near in new[] { step - 1, step, step + 1 })
            Assert.Equal(near, Totp.Match(Key, Totp.CodeOf(Key, near), now, 0));
        Assert.Null(Totp.Match(Key, Totp.CodeOf(Key, step - 2), now, 0));
        Assert.Null(Totp.Match(Key, Totp.CodeOf(Key, step + 2), now, 0));
        Assert.Null(Totp.Match(Key, Totp.CodeOf(Key, step), now, step));
        Assert.Equal(step, Totp.Match(Key, " " + Totp.CodeOf(Key, step).Insert(3, " "), now, step - 1));
        Assert.Null(Totp.Match(Key, "", now, 0));
        Assert.Null(Totp.Match(Key, null, now, 0));
    }
}

/// <summary>Signing in with more than a password.</summary>
public sealed class SecondFactorTests(Databases given)
{
    private static string Now(string key, int ahead = 0) => Totp.CodeOf(key, Totp.StepOf(TimeProvider.System.GetUtcNow()) + ahead);

    private static Task<HttpResponseMessage> EnterAsync(Browser browser, string? code, string? returnUrl = null) =>
        browser.PostAsync("/account/sign-in?handler=code", ("Code", code), ("ReturnUrl", returnUrl));

    [Fact]
    public async Task SignIn_WithAnApp_NeedsItsCode_AndACodeWorksOnce()
    {
        var (user, key) = await given.Host.GivenUserWithAppAsync();
        using var browser = new Browser(given.Host.Address);
        Assert.Equal("Enter a code", (await browser.SignInAsync(user.Email!, GatewayHost.Password).PageAsync()).Heading());
        // The password alone opens nothing.
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
        Assert.Equal("Enter a code", (await EnterAsync(browser, "").PageAsync()).ErrorAt("Code"));
        Assert.StartsWith("Enter the 6 digit code", (await EnterAsync(browser, "000 000").PageAsync()).ErrorAt("Code"));
        var code = Now(key);
        Assert.Equal("/rounds", (await EnterAsync(browser, code, "/rounds")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        using var thief = new Browser(given.Host.Address);
        await thief.SignInAsync(user.Email!, GatewayHost.Password);
        Assert.StartsWith("Enter the 6 digit code", (await EnterAsync(thief, code).PageAsync()).ErrorAt("Code"));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task SignIn_OneCodeTwiceAtOnce_OpensOne()
    {
        var (user, key) = await given.Host.GivenUserWithAppAsync();
        var browsers = Enumerable.Range(0, 4).Select(_ => new Browser(given.Host.Address)).ToList();
        foreach (var browser in browsers)
            await browser.SignInAsync(user.Email!, GatewayHost.Password);
        var code = Now(key);
        var answers = await Task.WhenAll(browsers.Select(b => EnterAsync(b, code)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task Codes_Guessed_LockOut_AndTheCodeThenIsRefused()
    {
        var (user, key) = await given.Host.GivenUserWithAppAsync();
        using var browser = new Browser(given.Host.Address);
        await browser.SignInAsync(user.Email!, GatewayHost.Password);
        for (var i = 0; i < 5; i++)
            await EnterAsync(browser, $"00000{i}");
        Assert.StartsWith("Enter the 6 digit code", (await EnterAsync(browser, Now(key)).PageAsync()).ErrorAt("Code"));
        Assert.Contains("locked for 15 minutes", (await given.Host.SentAsync<ContactChanged>(user.Id))[^1].Changes[0]);
    }

    [Fact]
    public async Task Code_WithoutThePassword_OrWithACopiedHalfwayCookieOfAnother_OpensNothing()
    {
        var (_, key) = await given.Host.GivenUserWithAppAsync();
        using var browser = new Browser(given.Host.Address);
        Assert.StartsWith("That took longer", (await EnterAsync(browser, Now(key)).PageAsync()).ErrorAt("Email"));
        var (other, _) = await given.Host.GivenUserWithAppAsync();
        await browser.SignInAsync(other.Email!, GatewayHost.Password);
        Assert.StartsWith("Enter the 6 digit code", (await EnterAsync(browser, Now(key)).PageAsync()).ErrorAt("Code"));
    }

    [Fact]
    public async Task FirstSignIn_OfALead_SetsUpAnApp_AndRecoveryCodesWorkOnce()
    {
        await using var host = await GatewayHost.StartAsync(given, given.Upstream.Address, ("SignIn:SecondFactorFor", null));
        var user = await host.GivenUserAsync(Roles.PartnerLead, "MEL");
        using var browser = new Browser(host.Address);
        var page = await browser.SignInAsync(user.Email!, GatewayHost.Password, "/bids").PageAsync();
        Assert.Equal("Set up an authenticator app", page.Heading());
        Assert.StartsWith("data:image/png;base64,", page.QuerySelector("main img")!.GetAttribute("src"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
        var key = page.QuerySelector("#authenticator-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        (string, string?) offered = ("Offered", page.Typed("Offered"));
        var wrong = await browser.PostAsync("/account/sign-in?handler=setUp", offered, ("Code", "123")).PageAsync();
        Assert.Equal("Enter the 6 digits that the app shows now", wrong.ErrorAt("Code"));
        // The same key, so that what was scanned stays right.
        Assert.Equal(key, wrong.QuerySelector("#authenticator-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        var done = await browser
            .PostAsync("/account/sign-in?handler=setUp", offered, ("Code", Now(key)), ("ReturnUrl", "/bids"))
            .PageAsync();
        Assert.Equal("Keep your recovery codes", done.Heading());
        Assert.Equal("/bids", done.QuerySelector("main a.govuk-button")!.GetAttribute("href"));
        var codes = done.QuerySelectorAll("#recovery-codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[a-z2-9]{6}(-[a-z2-9]{6}){3}$", code));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);

        using var other = new Browser(host.Address);
        await other.SignInAsync(user.Email!, GatewayHost.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await EnterAsync(other, codes[3].ToUpperInvariant())).StatusCode);
        using var again = new Browser(host.Address);
        await again.SignInAsync(user.Email!, GatewayHost.Password);
        Assert.Equal(HttpStatusCode.OK, (await EnterAsync(again, codes[3])).StatusCode);
        Assert.Contains("9 recovery codes left", string.Join(' ', (await host.SentAsync<ContactChanged>(user.Id))[^1].Changes));
    }

    [Theory]
    [InlineData(Roles.Officer, null, true)]
    [InlineData(Roles.Assessor, null, true)]
    [InlineData(Roles.Finance, null, true)]
    [InlineData(Roles.MonitoringOfficer, null, true)]
    [InlineData(Roles.Commissioner, null, true)]
    [InlineData(Roles.Board, null, true)]
    [InlineData(Roles.Administrator, null, true)]
    [InlineData(Roles.PartnerLead, "MEL", true)]
    [InlineData(Roles.PartnerEditor, "MEL", false)]
    [InlineData(Roles.PartnerChair, "MEL", false)]
    public async Task Roles_ThatMustHaveOne_AreAsked(string role, string? partnership, bool isAsked)
    {
        await using var host = await GatewayHost.StartAsync(given, given.Upstream.Address, ("SignIn:SecondFactorFor", null));
        var user = await host.GivenUserAsync(role, partnership);
        using var browser = new Browser(host.Address);
        var answer = await browser.SignInAsync(user.Email!, GatewayHost.Password);
        Assert.Equal(isAsked ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task SetUp_OverAnExistingOne_ByThePasswordAlone_IsRefused()
    {
        await using var host = await GatewayHost.StartAsync(given, given.Upstream.Address, ("SignIn:SecondFactorFor", null));
        var (user, _) = await host.GivenUserWithAppAsync();
        using var thief = new Browser(host.Address);
        using var own = new Browser(host.Address);
        var fresh = await host.GivenUserAsync(Roles.Officer);
        var page = await own.SignInAsync(fresh.Email!, GatewayHost.Password).PageAsync();
        var key = page.QuerySelector("#authenticator-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await thief.SignInAsync(user.Email!, GatewayHost.Password);
        await thief.PostAsync("/account/sign-in?handler=setUp", ("Offered", page.Typed("Offered")), ("Code", Now(key)));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Database_HasNoKeyOfAnApp()
    {
        var (user, key) = await given.Host.GivenUserWithAppAsync();
        var kept = await given.Host.WithUserAsync(user.Id, (_, u) => Task.FromResult(u.Authenticator!));
        Assert.DoesNotContain(key, kept);
    }
}
