using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

public sealed class EndedSessionTests(Databases given)
{
    // As the cookie would be if it had been issued then.
    private async Task<Browser> GivenSessionOfAgeAsync(GatewayHost host, Guid id, TimeSpan age)
    {
        var cookie = await given.Host.WithUserAsync(
            id,
            async (services, user) =>
            {
                var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
                var issued = TimeProvider.System.GetUtcNow() - age;
                var ticket = new AuthenticationTicket(
                    principal,
                    new() { IssuedUtc = issued, ExpiresUtc = issued + Sessions.Idle },
                    IdentityConstants.ApplicationScheme
                );
                var options = services
                    .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
                    .Get(IdentityConstants.ApplicationScheme);
                return options.TicketDataFormat.Protect(ticket);
            }
        );
        var browser = new Browser(host.Address);
        browser.Cookies.Add(browser.Address, new Cookie(Sessions.CookieName, cookie));
        return browser;
    }

    [Fact]
    public async Task Get_DisabledAMinuteAgo_IsSignedOut()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var user = await given.Host.GivenUserAsync();
        using var before = await GivenSessionOfAgeAsync(given.Host, user.Id, TimeSpan.FromSeconds(61));
        using var after = await GivenSessionOfAgeAsync(given.Host, user.Id, TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/account/change-password")).StatusCode);
        await administrator.PostAsync($"/account/people/{user.Id}/disable");
        Assert.StartsWith("/account/sign-in", (await after.GetAsync("/account/change-password")).Headers.Location!.ToString());
        await after.GetAsync("/bids/after-disabling");
        Assert.False(given.Upstream["/bids/after-disabling"].Authenticated);
    }

    [Fact]
    public async Task Get_RoleTakenAMinuteAgo_IsGone()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var user = await given.Host.GivenUserAsync(Roles.Administrator);
        using var session = await GivenSessionOfAgeAsync(given.Host, user.Id, TimeSpan.FromSeconds(61));
        await administrator.PostAsync(
            $"/account/people/{user.Id}/change",
            ("Version", "1"),
            ("Name", user.Name),
            ("Email", user.Email),
            ("Partnership", TypedAccount.Office),
            ("Roles", Roles.Board)
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await session.GetAsync("/account/people")).StatusCode);
    }

    [Fact]
    public async Task Get_NothingDoneForAnHour_IsSignedOut()
    {
        var user = await given.Host.GivenUserAsync();
        using var session = await GivenSessionOfAgeAsync(given.Host, user.Id, TimeSpan.FromMinutes(61));
        Assert.StartsWith("/account/sign-in", (await session.GetAsync("/account/change-password")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Get_AccountsCannotBeAsked_SaysUnavailableAndKeepsTheSession()
    {
        await using var cutOff = await GatewayHost.StartAsync(
            given,
            given.Upstream.Address,
            ("ConnectionStrings:Database", "Host=127.0.0.1;Port=1;Username=x;Database=x")
        );
        var user = await given.Host.GivenUserAsync();
        using var session = await GivenSessionOfAgeAsync(cutOff, user.Id, TimeSpan.FromSeconds(61));
        var answer = await session.GetAsync("/bids/x");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("Sorry, the service is unavailable", (await answer.PageAsync()).Heading());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
