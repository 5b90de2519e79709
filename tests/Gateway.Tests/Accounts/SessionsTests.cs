using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>Seeing where one is signed in, and ending it, on the page and by the API.</summary>
public sealed class SessionsTests(Databases given)
{
    private const string Phone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E148 Safari/604.1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<Browser> SignInAgainAsync(string email)
    {
        var browser = new Browser(given.Host.Address);
        await browser.SendAsync(
            HttpMethod.Post,
            "/account/sign-in",
            Browser.Form(("Email", email), ("Password", GatewayHost.Password)),
            "same-origin",
            [("User-Agent", Phone)]
        );
        return browser;
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser browser) => (await browser.GetAsync("/account/sessions")).StatusCode;

    [Fact]
    public async Task Get_OneSession_SaysThatThereIsNoOther()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        var page = await browser.GetAsync("/account/sessions").PageAsync();
        Assert.Contains("You are signed in nowhere else", page.Text("main"));
        Assert.Contains("This one", page.Text("main"));
        Assert.Empty(page.QuerySelectorAll("main button"));
    }

    [Fact]
    public async Task Post_OneOfTwo_EndsItAndSaysSo()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        using var phone = await SignInAgainAsync(browser.Email);
        var page = await browser.GetAsync("/account/sessions").PageAsync();
        var row = page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "Safari on iPhone");
        var answer = await browser.PostAsync("/account/sessions", ("Session", row.QuerySelector("input")!.GetAttribute("value")));
        page = await browser.GetAsync(answer.Headers.Location!.ToString()).PageAsync();
        Assert.Equal("That device is signed out", page.Text(".govuk-notification-banner--success h3"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(phone));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser));
    }

    [Fact]
    public async Task Post_Others_EndsAllButThisOne()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        using var phone = await SignInAgainAsync(browser.Email);
        using var tablet = await SignInAgainAsync(browser.Email);
        await browser.PostAsync("/account/sessions?handler=others");
        Assert.Equal(
            [HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.OK],
            [await StatusAsync(phone), await StatusAsync(tablet), await StatusAsync(browser)]
        );
    }

    [Fact]
    public async Task Post_SessionOfSomebodyElse_IsNotFoundAndGoesOn()
    {
        using var victim = await given.Host.GivenSignedInAsync();
        using var attacker = await given.Host.GivenSignedInAsync();
        var id = await IdAsync(victim);
        Assert.Equal(HttpStatusCode.NotFound, (await attacker.PostAsync("/account/sessions", ("Session", id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ApiAsync(attacker, HttpMethod.Delete, $"/api/users/me/sessions/{id}")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await attacker.PostAsync($"/account/people/{victim.UserId}?handler=endSessions")).StatusCode
        );
        await attacker.PostAsync("/account/sessions?handler=others");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(victim));
    }

    [Fact]
    public async Task Post_Administrator_SeesAndEndsThoseOfSomebodyElse()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        using var person = await given.Host.GivenSignedInAsync();
        using var phone = await SignInAgainAsync(person.Email);
        var address = $"/account/people/{person.UserId}";
        var page = await administrator.GetAsync(address).PageAsync();
        var row = page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "Safari on iPhone");
        var form = row.QuerySelector("form")!.GetAttribute("action")!;
        await administrator.PostAsync(form, ("Session", row.QuerySelector("input")!.GetAttribute("value")));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.OK], [await StatusAsync(phone), await StatusAsync(person)]);
        await administrator.PostAsync($"{address}?handler=endSessions");
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(person));
        Assert.Empty((await administrator.GetAsync(address).PageAsync()).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Api_EndOneAndOthers_EndThemAtOnce()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        using var phone = await SignInAgainAsync(browser.Email);
        using var tablet = await SignInAgainAsync(browser.Email);
        var listed = await ListAsync(browser);
        Assert.Equal(3, listed.Count);
        Assert.Single(listed, s => s.GetProperty("isThis").GetBoolean());
        var ended = await ApiAsync(browser, HttpMethod.Delete, $"/api/users/me/sessions/{await IdAsync(phone)}");
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.OK], [await StatusAsync(phone), await StatusAsync(tablet)]);
        Assert.Equal(HttpStatusCode.NoContent, (await ApiAsync(browser, HttpMethod.Delete, "/api/users/me/sessions")).StatusCode);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.OK], [await StatusAsync(tablet), await StatusAsync(browser)]);
        Assert.Single(await ListAsync(browser));
    }

    private static Task<HttpResponseMessage> ApiAsync(Browser browser, HttpMethod method, string path) =>
        browser.SendAsync(method, path, null, "same-origin", []);

    private static async Task<List<JsonElement>> ListAsync(Browser browser) =>
        (await (await browser.GetAsync("/api/users/me/sessions")).Content.ReadFromJsonAsync<List<JsonElement>>(Cancellation))!;

    private static async Task<string> IdAsync(Browser browser) =>
        (await ListAsync(browser)).Single(s => s.GetProperty("isThis").GetBoolean()).GetProperty("id").GetString()!;
}

[Rule]
public sealed class DeviceTests
{
    [Theory]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
        "Chrome on Windows"
    )]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/18.0 Safari/605.1", "Safari on Mac")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile Safari/604.1", "Chrome on iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("curl/8.9.1", "A program")]
    [InlineData("", "A program")]
    public void Of_UserAgent_IsInPlainWords(string userAgent, string expected) => Assert.Equal(expected, Device.Of(userAgent));
}
