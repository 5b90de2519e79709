using System.Net;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

public sealed class InvitationTests(Databases given)
{
    private async Task<(Browser Administrator, Guid Id, string Path)> GivenInvitedAsync()
    {
        var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var invited = await given.Host.GivenUserAsync(Roles.PartnerEditor, "MEL", password: null);
        return (administrator, invited.Id, await LinkAsync(administrator, invited.Id));
    }

    private static async Task<string> LinkAsync(Browser administrator, Guid id)
    {
        var page = await administrator.GetAsync($"/account/people/{id}").PageAsync();
        return new Uri(page.QuerySelector("#invitation-link")!.TextContent).PathAndQuery;
    }

    private static async Task<HttpResponseMessage> ChooseAsync(Browser browser, string path, string password)
    {
        var page = await browser.GetAsync(path).PageAsync();
        return await browser.PostAsync(
            "/account/accept-invitation",
            ("UserId", page.Typed("UserId")),
            ("Code", page.Typed("Code")),
            ("Password", password)
        );
    }

    [Fact]
    public async Task Get_OpenedByScanners_IsNotUsedUp()
    {
        var (administrator, _, path) = await GivenInvitedAsync();
        using var browser = new Browser(given.Host.Address);
        for (var i = 0; i < 3; i++)
            Assert.Equal("Choose a password", (await browser.GetAsync(path).PageAsync()).Heading());
        var answer = await ChooseAsync(browser, path, "purple tractor onion");
        Assert.Equal("/", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/change-password")).StatusCode);
        administrator.Dispose();
    }

    [Fact]
    public async Task Post_UsedLink_IsRefusedAndPasswordStays()
    {
        var (administrator, id, path) = await GivenInvitedAsync();
        using var browser = new Browser(given.Host.Address);
        var page = await browser.GetAsync(path).PageAsync();
        (string, string?)[] fields = [("UserId", page.Typed("UserId")), ("Code", page.Typed("Code"))];
        await browser.PostAsync("/account/accept-invitation", [.. fields, ("Password", "purple tractor onion")]);
        var again = await browser.PostAsync("/account/accept-invitation", [.. fields, ("Password", "another tractor onion")]).PageAsync();
        Assert.Equal("This link cannot be used", again.Heading());
        Assert.Equal("This link cannot be used", (await browser.GetAsync(path).PageAsync()).Heading());
        var user = await given.Host.WithUserAsync(id, (_, u) => Task.FromResult(u));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(user.Email!, "purple tractor onion")).StatusCode);
        administrator.Dispose();
    }

    [Theory]
    [InlineData("short", "Password must be 12 characters or more")]
    [InlineData("melton tractor onion", "Password must not contain “melton”")]
    public async Task Post_WeakPassword_ShowsErrorAndKeepsLink(string password, string words)
    {
        var (administrator, _, path) = await GivenInvitedAsync();
        using var browser = new Browser(given.Host.Address);
        var page = await (await ChooseAsync(browser, path, password)).PageAsync();
        Assert.Equal(words, page.ErrorAt("Password"));
        Assert.NotNull(page.Typed("Code"));
        administrator.Dispose();
    }

    [Fact]
    public async Task Get_DisabledOrForeignLink_CannotBeUsed()
    {
        var (administrator, id, path) = await GivenInvitedAsync();
        using var browser = new Browser(given.Host.Address);
        var other = await given.Host.GivenUserAsync(password: null);
        Assert.Equal(
            "This link cannot be used",
            (await browser.GetAsync(path.Replace(id.ToString(), other.Id.ToString())).PageAsync()).Heading()
        );
        await administrator.PostAsync($"/account/people/{id}/disable");
        Assert.Equal("This link cannot be used", (await browser.GetAsync(path).PageAsync()).Heading());
        administrator.Dispose();
    }
}
