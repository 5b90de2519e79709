using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>A session that has ended is over for whoever holds its cookie, with the next request.</summary>
public sealed class EndedSessionTests(Databases given)
{
    private const string Own = "/account/change-password";

    // Somebody who took a copy of the browser's cookies.
    private static Browser Copy(Browser browser)
    {
        var copy = new Browser(browser.Address.ToString());
        copy.Cookies.Add(browser.Cookies.GetAllCookies());
        return copy;
    }

    private static async Task AssertSignedOutAsync(Browser browser) =>
        Assert.StartsWith("/account/sign-in", (await browser.GetAsync(Own)).Headers.Location?.ToString());

    private static async Task AssertSignedInAsync(Browser browser) =>
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Own)).StatusCode);

    private Task<int> AgeAsync(Guid user, TimeSpan begun, TimeSpan used) =>
        given.Host.WithUserAsync(
            user,
            (services, _) =>
                services
                    .GetRequiredService<AccountsContext>()
                    .Sessions.Where(s => s.UserId == user)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(s => s.BegunAt, s => s.BegunAt - begun)
                            .SetProperty(s => s.LastsUntil, s => s.LastsUntil - begun)
                            .SetProperty(s => s.LastUsedAt, s => s.LastUsedAt - used)
                    )
        );

    private Task<List<Session>> SessionsOfAsync(Guid user) =>
        given.Host.WithUserAsync(
            user,
            (services, _) =>
                services
                    .GetRequiredService<AccountsContext>()
                    .Sessions.Where(s => s.UserId == user)
                    .OrderBy(s => s.BegunAt)
                    .AsNoTracking()
                    .ToListAsync()
        );

    [Fact]
    public async Task SignOut_CopiedCookie_IsNobodys()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        using var thief = Copy(browser);
        await thief.GetAsync("/bids/copied-before");
        Assert.Equal(browser.UserId, given.Upstream["/bids/copied-before"].Caller.Person.UserId);
        await browser.PostAsync("/account/sign-out");
        await AssertSignedOutAsync(thief);
        await thief.GetAsync("/bids/copied-after");
        Assert.False(given.Upstream["/bids/copied-after"].Authenticated);
        Assert.Equal(SessionEnd.SignedOut, Assert.Single(await SessionsOfAsync(browser.UserId)).EndedBecause);
    }

    [Fact]
    public async Task ChangePassword_CopiedCookie_IsNobodysAndOwnBrowserGoesOn()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        using var thief = Copy(browser);
        var changed = await browser.PostAsync(Own, ("Current", GatewayHost.Password), ("Password", "violet tractor onion"));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        await AssertSignedOutAsync(thief);
        await AssertSignedInAsync(browser);
        Assert.Equal([SessionEnd.PasswordChanged, null], (await SessionsOfAsync(browser.UserId)).Select(s => s.EndedBecause));
    }

    /// <summary>The password was checked before it was changed, and the session begun after.</summary>
    [Fact]
    public async Task ChangePassword_SessionBegunWithTheOldOneMeanwhile_IsNobodys()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        await given.Host.WithUserAsync(
            browser.UserId,
            (services, _) =>
                services
                    .GetRequiredService<AccountsContext>()
                    .Sessions.Where(s => s.UserId == browser.UserId)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.Stamp, "of the old password"))
        );
        await AssertSignedOutAsync(browser);
    }

    [Fact]
    public async Task SignIn_OverAnotherSession_EndsItAndHasANewReference()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        using var before = Copy(browser);
        var other = await given.Host.GivenUserAsync();
        await browser.SignInAsync(other.Email!, GatewayHost.Password);
        await AssertSignedOutAsync(before);
        Assert.Contains(other.Name, (await browser.GetAsync(Own).PageAsync()).Text("header"));
        Assert.Equal(SessionEnd.SignedInAnew, Assert.Single(await SessionsOfAsync(browser.UserId)).EndedBecause);
    }

    [Fact]
    public async Task Disable_NextRequest_IsSignedOut()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        using var person = await given.Host.GivenSignedInAsync();
        await AssertSignedInAsync(person);
        await administrator.PostAsync($"/account/people/{person.UserId}/disable");
        await AssertSignedOutAsync(person);
        await person.GetAsync("/bids/after-disabling");
        Assert.False(given.Upstream["/bids/after-disabling"].Authenticated);
        await administrator.PostAsync($"/account/people/{person.UserId}/enable");
        await AssertSignedOutAsync(person);
        Assert.Equal(SessionEnd.AccountDisabled, Assert.Single(await SessionsOfAsync(person.UserId)).EndedBecause);
    }

    [Theory]
    [InlineData(Roles.Assessor, "A new name", false)]
    [InlineData(Roles.Board, "Zoë Ng", true)]
    public async Task Change_NextRequest_IsSignedOutOnlyWithOtherRoles(string role, string name, bool ends)
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        using var person = await given.Host.GivenSignedInAsync(Roles.Assessor);
        await AssertSignedInAsync(person);
        var changed = await administrator.PostAsync(
            $"/account/people/{person.UserId}/change",
            ("Version", "1"),
            ("Name", name),
            ("Email", person.Email),
            ("Partnership", TypedAccount.Office),
            ("Roles", role)
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        if (ends)
            await AssertSignedOutAsync(person);
        else
            Assert.Contains(name, (await person.GetAsync(Own).PageAsync()).Text("header"));
    }

    [Fact]
    public async Task Get_NothingDoneForAnHour_IsSignedOut()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        await AgeAsync(browser.UserId, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(59));
        await AssertSignedInAsync(browser);
        await AgeAsync(browser.UserId, TimeSpan.FromMinutes(61), TimeSpan.FromMinutes(61));
        await AssertSignedOutAsync(browser);
    }

    [Fact]
    public async Task Get_UsedEveryMinuteForTwelveHours_IsSignedOut()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        await AgeAsync(browser.UserId, TimeSpan.FromHours(12) - TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
        await AssertSignedInAsync(browser);
        await AgeAsync(browser.UserId, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
        await AssertSignedOutAsync(browser);
    }

    [Fact]
    public async Task Get_Twice_IsNotedOnceAMinute()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        var begun = Assert.Single(await SessionsOfAsync(browser.UserId)).LastUsedAt;
        await AssertSignedInAsync(browser);
        Assert.Equal(begun, Assert.Single(await SessionsOfAsync(browser.UserId)).LastUsedAt);
        await AgeAsync(browser.UserId, TimeSpan.Zero, TimeSpan.FromMinutes(2));
        await AssertSignedInAsync(browser);
        Assert.True(Assert.Single(await SessionsOfAsync(browser.UserId)).LastUsedAt > begun);
    }

    [Fact]
    public async Task Record_HoldsNoReference()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        var session = Assert.Single(await SessionsOfAsync(browser.UserId));
        var reference = Session.NewReference();
        Assert.NotEqual(reference, Session.IdOf(reference));
        using var guess = new Browser(given.Host.Address);
        guess.Cookies.Add(guess.Address, new Cookie("platform-session", session.Id));
        await AssertSignedOutAsync(guess);
    }

    [Fact]
    public async Task Get_AccountsCannotBeAsked_SaysUnavailableAndKeepsTheSession()
    {
        await using var cutOff = await GatewayHost.StartAsync(
            given,
            given.Upstream.Address,
            ("ConnectionStrings:Database", "Host=127.0.0.1;Port=1;Username=x;Database=x")
        );
        using var browser = await given.Host.GivenSignedInAsync();
        using var session = new Browser(cutOff.Address);
        session.Cookies.Add(browser.Cookies.GetAllCookies());
        var answer = await session.GetAsync("/bids/x");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("Sorry, the service is unavailable", (await answer.PageAsync()).Heading());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task TimeLeft_Asked_DoesNotUseTheSessionAndExtendDoes()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        await AgeAsync(browser.UserId, TimeSpan.FromMinutes(56), TimeSpan.FromMinutes(56));
        Assert.InRange(await SecondsAsync(browser.GetAsync("/account/time-left")), 200, 240);
        Assert.InRange(await SecondsAsync(browser.GetAsync("/account/time-left")), 200, 240);
        Assert.InRange(await SecondsAsync(browser.PostAsync("/account/extend")), 3590, 3600);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostFromAsync("cross-site", "/account/extend")).StatusCode);
        var page = await browser.GetAsync(Own).PageAsync();
        Assert.InRange(int.Parse(page.QuerySelector("meta[name=platform-session]")!.GetAttribute("content")!), 3590, 3600);
        await browser.GetAsync("/bids/time-left", (SessionTime.Header, "9"));
        Assert.InRange(int.Parse(given.Upstream["/bids/time-left"].Headers[SessionTime.Header]), 3590, 3600);
    }

    [Fact]
    public async Task Sweep_RecordsOfLongAgo_AreDeleted()
    {
        using var old = await given.Host.GivenSignedInAsync();
        using var kept = await given.Host.GivenSignedInAsync();
        await AgeAsync(old.UserId, TimeSpan.FromDays(91), TimeSpan.FromDays(91));
        await AgeAsync(kept.UserId, TimeSpan.FromDays(89), TimeSpan.FromDays(89));
        var now = TimeProvider.System.GetUtcNow();
        var left = await given.Host.WithUserAsync(
            old.UserId,
            async (services, user) =>
            {
                var db = services.GetRequiredService<AccountsContext>();
                var platform = services.GetRequiredService<TimeProvider>().GetUtcNow();
                foreach (var days in new[] { 89, 94 })
                    db.Add(Link.Make(user.Id, LinkPurpose.Invitation, user.Email!, Link.NewCode(), platform.AddDays(-days)));
                foreach (var days in new[] { 364, 366 })
                    db.Add(KnownDevice.Of($"{user.Id} {days}", user.Id, now.AddDays(-days)));
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                foreach (var hours in new[] { 23, 25 })
                    await db.Database.ExecuteSqlAsync(
                        $"""
                        insert into sign_in_attempts (user_id, source, failures, last_at)
                        values ({user.Id}, {hours.ToString()}, 1, {now.AddHours(-hours)})
                        """,
                        TestContext.Current.CancellationToken
                    );
                await services.GetRequiredService<DeleteOldSessions>().RunAsync(TestContext.Current.CancellationToken);
                return (
                    Links: await db.Links.CountAsync(l => l.UserId == user.Id && l.Purpose == LinkPurpose.Invitation),
                    Devices: await db.KnownDevices.CountAsync(d => d.UserId == user.Id && d.Id.StartsWith(user.Id + " ")),
                    Attempts: await db.SignInAttempts.CountAsync(a => a.UserId == user.Id)
                );
            }
        );
        Assert.Equal((1, 1, 1), left);
        Assert.Empty(await SessionsOfAsync(old.UserId));
        Assert.Single(await SessionsOfAsync(kept.UserId));
    }

    private static async Task<int> SecondsAsync(Task<HttpResponseMessage> answer)
    {
        using var read = System.Text.Json.JsonDocument.Parse(await (await answer).Content.ReadAsStringAsync());
        return read.RootElement.GetProperty("seconds").GetInt32();
    }
}
