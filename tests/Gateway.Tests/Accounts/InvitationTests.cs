using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>Invitations go by letter alone, and their links work once, behind a button.</summary>
public sealed class InvitationTests(Databases given)
{
    private const string CannotBeUsed = "This link cannot be used";

    private async Task<(Browser Administrator, Guid Id, string Path)> GivenInvitedAsync()
    {
        var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var made = await administrator.PostAsync(
            "/account/people/invite",
            ("Name", "Ann Ash"),
            ("Email", $"{Guid.NewGuid():n}@example.org"),
            ("Partnership", "MEL"),
            ("Roles", Roles.PartnerEditor)
        );
        var id = Guid.Parse(made.Headers.Location!.OriginalString.Split('/')[^1]);
        return (administrator, id, await LinkAsync(id));
    }

    private async Task<string> LinkAsync(Guid id) =>
        $"/account/accept-invitation?code={await given.Host.CodeOfLinkAsync(id, LinkPurpose.Invitation)}";

    private static async Task<HttpResponseMessage> ChooseAsync(Browser browser, string path, string password)
    {
        var page = await browser.GetAsync(path).PageAsync();
        return await browser.PostAsync("/account/accept-invitation", ("Code", page.Typed("Code")), ("Password", password));
    }

    [Fact]
    public async Task Get_OpenedByScanners_IsNotUsedUp()
    {
        var (administrator, id, path) = await GivenInvitedAsync();
        using var browser = new Browser(given.Host.Address);
        for (var i = 0; i < 3; i++)
            Assert.Equal("Choose a password", (await browser.GetAsync(path).PageAsync()).Heading());
        var answer = await ChooseAsync(browser, path, "purple tractor onion");
        Assert.Equal("/account/sign-in", answer.Headers.Location!.ToString());
        var user = await given.Host.WithUserAsync(id, (_, u) => Task.FromResult(u));
        Assert.Equal("/", (await browser.SignInAsync(user.Email!, "purple tractor onion")).Headers.Location!.ToString());
        administrator.Dispose();
    }

    [Fact]
    public async Task Post_UsedLink_IsRefusedAndPasswordStays()
    {
        var (administrator, id, path) = await GivenInvitedAsync();
        using var browser = new Browser(given.Host.Address);
        var page = await browser.GetAsync(path).PageAsync();
        (string, string?) code = ("Code", page.Typed("Code"));
        await browser.PostAsync("/account/accept-invitation", code, ("Password", "purple tractor onion"));
        var again = await browser.PostAsync("/account/accept-invitation", code, ("Password", "another tractor onion")).PageAsync();
        Assert.Equal(CannotBeUsed, again.Heading());
        Assert.Equal(CannotBeUsed, (await browser.GetAsync(path).PageAsync()).Heading());
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
        Assert.Equal(HttpStatusCode.Redirect, (await ChooseAsync(browser, path, "purple tractor onion")).StatusCode);
        administrator.Dispose();
    }

    [Fact]
    public async Task Get_DisabledOrLate_CannotBeUsed()
    {
        var (administrator, id, path) = await GivenInvitedAsync();
        using var browser = new Browser(given.Host.Address);
        await using var later = await GatewayHost.StartAsync(given, given.Upstream.Address);
        using var late = new Browser(later.Address);
        later.Clock.MoveTo(TimeProvider.System.GetUtcNow().AddHours(71));
        Assert.Equal("Choose a password", (await late.GetAsync(path).PageAsync()).Heading());
        later.Clock.MoveTo(TimeProvider.System.GetUtcNow().AddHours(72));
        Assert.Equal(CannotBeUsed, (await late.GetAsync(path).PageAsync()).Heading());
        await administrator.PostAsync($"/account/people/{id}/disable");
        Assert.Equal(CannotBeUsed, (await browser.GetAsync(path).PageAsync()).Heading());
        administrator.Dispose();
    }

    [Fact]
    public async Task SentAgain_TakesThePlaceOfTheOneBefore_AndNoAdministratorSeesEither()
    {
        var (administrator, id, path) = await GivenInvitedAsync();
        using var browser = new Browser(given.Host.Address);
        await administrator.PostAsync($"/account/people/{id}?handler=inviteAgain");
        var next = await LinkAsync(id);
        Assert.NotEqual(path, next);
        Assert.Equal(CannotBeUsed, (await browser.GetAsync(path).PageAsync()).Heading());
        Assert.Equal("Choose a password", (await browser.GetAsync(next).PageAsync()).Heading());
        var seen = await (await administrator.GetAsync($"/account/people/{id}")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );
        Assert.DoesNotContain("accept-invitation", seen);
        Assert.DoesNotContain(next.Split('=')[^1], seen);
        for (var i = 0; i < 3; i++)
            await administrator.PostAsync($"/account/people/{id}?handler=inviteAgain");
        var tooMany = await administrator.PostAsync($"/account/people/{id}?handler=inviteAgain").PageAsync();
        Assert.StartsWith("They were sent 5 letters within the hour", Assert.Single(tooMany.Errors()));
        administrator.Dispose();
    }

    [Fact]
    public async Task Log_HasNoCode_OnlyASealedOneAndAHash()
    {
        var (administrator, id, path) = await GivenInvitedAsync();
        var code = path.Split('=')[^1];
        var cancellation = TestContext.Current.CancellationToken;
        await given.Host.WithUserAsync(
            id,
            async (services, _) =>
            {
                var db = services.GetRequiredService<AccountsContext>();
                var log = await db.EventLog.AsNoTracking().Select(r => r.Json).ToListAsync(cancellation);
                Assert.DoesNotContain(log, json => json.Contains(code));
                var links = await db.Links.Where(l => l.UserId == id).Select(l => l.Id).ToListAsync(cancellation);
                Assert.Equal([Link.IdOf(code)], links);
                return 0;
            }
        );
        administrator.Dispose();
    }
}
