using Platform.Bids;
using Platform.Contracts;
using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Outages;

/// <summary>One service is stopped and started again while people work.</summary>
public sealed class ServiceAwayTests(WholePlatform platform, Chromium chromium)
{
    [Fact]
    public async Task SaveAnswers_ServiceAway_SaysWhatHappenedToThem_AndLaterWorks()
    {
        var today = London.DateOf(platform.Clock.GetUtcNow());
        await platform.Api.OpenRoundAsync("AWY", today);
        var bid = await platform.Api.WriteBidAsync("editor@blaby.example", "AWY", "BLA", today.AddMonths(4));
        await using var editor = await chromium.OpenAsync(platform);
        await editor.SignInAsync("editor@blaby.example");
        await editor.GoAsync($"/bids/{bid}/project");
        await editor.TypeAsync("Title", "Even safer homes");

        await platform.StopAsync<BidsService>();
        await editor.PressAsync("Continue");
        Assert.Equal("Sorry, the service is unavailable", await editor.HeadingAsync());
        Assert.Contains("What you had saved before is kept.", await editor.TextAsync());
        Assert.Contains("The answers on the page you just sent", await editor.TextAsync());
        await editor.GoAsync("/bids");
        Assert.Equal("Sorry, the service is unavailable", await editor.HeadingAsync());
        await editor.GoAsync("/returns");
        Assert.Equal("Returns", await editor.HeadingAsync());

        await platform.StartAsync<BidsService>();
        await Until.TrueAsync(async () => (await editor.Page.GotoAsync($"/bids/{bid}/project"))!.Status == 200, "Bids is back");
        Assert.Equal("Safer homes", await editor.TypedAsync("Title"));
        await editor.TypeAsync("Title", "Even safer homes");
        await editor.PressAsync("Continue");
        await editor.GoAsync($"/bids/{bid}");
        Assert.Equal("Even safer homes", await editor.HeadingAsync());
        platform.Errors.Take();
    }
}
