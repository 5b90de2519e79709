using Platform.Contracts;
using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Journeys;

/// <summary>What scripts add: the same pages, a moved focus and a counter.</summary>
public sealed class WithScriptTests(WholePlatform platform, Chromium chromium)
{
    [Fact]
    public async Task StartABid_WithAMistake_FocusIsOnTheSummary()
    {
        await platform.Api.OpenRoundAsync("SCR", London.DateOf(platform.Clock.GetUtcNow()));
        await using var editor = await chromium.OpenAsync(platform, script: true);
        await editor.SignInAsync("editor@harborough.example");
        await editor.GoUntilAsync("/rounds/SCR", "Start a bid");
        await editor.PressAsync("Start a bid");
        await editor.FollowAsync("The project");
        await editor.TypeAsync("Title", new string('a', 101));
        await editor.PressAsync("Continue");
        Assert.Equal(["Title must be 100 characters or less"], await editor.ErrorsAsync());
        Assert.Equal(
            "There is a problem",
            (await editor.Page.EvaluateAsync<string>("document.activeElement.innerText")).Split('\n')[0].Trim()
        );
        await editor.Page.Locator(".govuk-error-summary__list a").ClickAsync();
        Assert.Equal("Title", await editor.Page.EvaluateAsync<string>("document.activeElement.id"));
        await editor.TypeAsync("Title", "Safer homes");
        await editor.TypeAsync("Summary", "Homes are made safer.");
        await Until.TrueAsync(
            async () => (await editor.TextAsync()).Contains("You have 2,979 characters remaining"),
            "characters are counted"
        );
        await editor.PressAsync("Continue");
        Assert.Equal("Why it is needed", await editor.HeadingAsync());
    }

    [Fact]
    public async Task Amounts_AreAddedUpWhileTheyAreTyped()
    {
        await platform.Api.OpenRoundAsync("SUM", London.DateOf(platform.Clock.GetUtcNow()));
        await using var editor = await chromium.OpenAsync(platform, script: true);
        await editor.SignInAsync("editor@harborough.example");
        await editor.GoUntilAsync("/rounds/SUM", "Start a bid");
        await editor.PressAsync("Start a bid");
        await editor.FollowAsync("Interventions");
        await editor.PressAsync("Add an intervention");
        await editor.TypeAsync("Name", "Lighting");
        await editor.PressAsync("Continue");
        var boxes = editor.Page.Locator("[data-amount]");
        await boxes.Nth(0).FillAsync("£1,250.50");
        await boxes.Nth(1).FillAsync("16 875");
        Assert.Contains("The whole bid asks for £18,125.50.", await editor.TextAsync());
        await editor.LookAsync();
    }

    [Fact]
    public async Task TheApi_IsShownFromItsDocument_AndNothingComesFromElsewhere()
    {
        await using var reader = await chromium.OpenAsync(platform, script: true);
        var (asked, errors) = (new List<string>(), new List<string>());
        reader.Page.Request += (_, request) => asked.Add(request.Url);
        reader.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Add(message.Text);
        };
        await reader.Page.GotoAsync("/api/reference/");
        await reader.Page.GetByText("Get an access token for a program").First.WaitForAsync();
        Assert.Equal("en-GB", await reader.Page.EvaluateAsync<string>("document.documentElement.lang"));
        foreach (var link in await reader.Page.Locator("a[href*='scalar.com']").AllAsync())
            Assert.False(await link.IsVisibleAsync());
        Assert.Contains(asked, url => url.EndsWith("/api/openapi.json", StringComparison.Ordinal));
        Assert.All(asked, url => Assert.StartsWith(platform.Address, url));
        Assert.Empty(errors);
    }

    [Fact]
    public async Task TheApi_IsListedForThoseWithoutScript()
    {
        await using var reader = await chromium.OpenAsync(platform);
        await reader.Page.GotoAsync("/api");
        await reader.LookAsync();
        Assert.Contains("Get who is calling", await reader.TextAsync());
    }
}
