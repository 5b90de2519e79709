using System.Net;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Forwarding;

/// <summary>What an act has done, on its way to the next page.</summary>
public sealed class CarryDoneBannerTests(Databases given)
{
    [Fact]
    public async Task Post_AnActOfAService_IsSaidOnTheNextPageAndNotAgain()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        var answer = await browser.PostAsync("/bids/done/act");
        Assert.False(answer.Headers.Contains(DoneBanner.Header));
        Assert.Contains("httponly", string.Join(';', answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        await browser.GetAsync("/bids/next");
        Assert.Equal(new DoneBanner("£5 is paid – “twice”", "Nobody"), Read("/bids/next"));
        await browser.GetAsync("/bids/after");
        Assert.Null(Read("/bids/after"));
    }

    [Fact]
    public async Task Post_InProduction_CookieIsOfThisHostAlone()
    {
        await using var production = await GatewayHost.StartAsync(given, given.Upstream.Address, ("Session:AllowHttp", null));
        using var browser = new Browser(production.Address);
        var cookie = Assert.Single((await browser.PostAsync("/bids/done/act")).Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-platform-done=", cookie);
        Assert.Contains("; path=/; secure;", cookie);
    }

    [Fact]
    public async Task Get_WithTheHeaderFromOutside_IsNotSaid()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        await browser.GetAsync("/bids/forged", (DoneBanner.Header, new DoneBanner("Pay here").InHeader));
        Assert.Null(Read("/bids/forged"));
    }

    [Fact]
    public async Task Post_AnActOfTheGateway_IsSaidInABanner()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var user = await given.Host.GivenUserAsync();
        var closed = await administrator.PostAsync($"/account/people/{user.Id}/disable", ("Confirmed", "true"));
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        var page = await administrator.GetAsync(closed.Headers.Location!.OriginalString).PageAsync();
        Assert.Equal("The account is disabled", page.Text(".govuk-notification-banner--success h3"));
        Assert.Equal("They are signed out.", page.Text(".govuk-notification-banner--success p"));
        page = await administrator.GetAsync(closed.Headers.Location.OriginalString).PageAsync();
        Assert.Empty(page.QuerySelectorAll(".govuk-notification-banner"));
    }

    private DoneBanner? Read(string path) => DoneBanner.Read(given.Upstream[path].Headers.GetValueOrDefault(DoneBanner.Header));
}
