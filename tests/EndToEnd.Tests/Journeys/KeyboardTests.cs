using Platform.Contracts;
using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Journeys;

/// <summary>Without a mouse, with scripts on.</summary>
public sealed class KeyboardTests(WholePlatform platform, Chromium chromium)
{
    [Fact]
    public async Task SignInAndSubmitABid_ByKeyboardAlone()
    {
        var today = London.DateOf(platform.Clock.GetUtcNow());
        await platform.Api.OpenRoundAsync("KEY", today);
        var bid = await platform.Api.WriteBidAsync("editor@blaby.example", "KEY", "BLA", today.AddMonths(4));
        await using var lead = await chromium.OpenAsync(platform, script: true);
        var keys = new Keyboard(lead);

        await lead.GoAsync("/account/sign-in");
        await lead.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await keys.FocusedAsync());
        await lead.Page.Keyboard.PressAsync("Enter");
        await keys.TabToAsync("Email address");
        await lead.Page.Keyboard.TypeAsync("lead@blaby.example");
        await keys.TabToAsync("Password");
        await lead.Page.Keyboard.TypeAsync(WholePlatform.Password);
        await keys.PressAsync("Enter");
        Assert.Equal("/", lead.Path);

        await lead.GoUntilAsync("/", bid);
        await keys.TabToAsync(bid);
        await keys.PressAsync("Enter");
        await keys.TabToAsync("Check your answers");
        await keys.PressAsync("Enter");
        await keys.TabToAsync("Continue to the declaration");
        await keys.PressAsync("Enter");
        await keys.TabToAsync("I confirm this");
        await lead.Page.Keyboard.PressAsync("Space");
        await keys.TabToAsync("Submit bid");
        await keys.PressAsync("Space");
        Assert.Equal($"/bids/{bid}/submitted", lead.Path);
    }

    private sealed class Keyboard(Visitor visitor)
    {
        private const int MostStops = 60;

        // The label of a field, else the words of a link or button.
        private const string Name = """
            (() => { const it = document.activeElement; return ((it.labels && it.labels[0]) || it).innerText.trim(); })()
            """;

        private const string Shown = """
            (() => { const style = getComputedStyle(document.activeElement);
                     return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'; })()
            """;

        public Task<string> FocusedAsync() => visitor.Page.EvaluateAsync<string>(Name);

        public async Task TabToAsync(string name)
        {
            for (var stops = 0; stops < MostStops; stops++)
            {
                await visitor.Page.Keyboard.PressAsync("Tab");
                Assert.True(await visitor.Page.EvaluateAsync<bool>(Shown), $"One cannot see that “{await FocusedAsync()}” has the focus");
                if ((await FocusedAsync()).StartsWith(name, StringComparison.Ordinal)) return;
            }
            Assert.Fail($"“{name}” cannot be reached by Tab on {visitor.Path}");
        }

        public async Task PressAsync(string key)
        {
            var before = visitor.Page.Url;
            await visitor.Page.Keyboard.PressAsync(key);
            await visitor.Page.WaitForURLAsync(address => address != before);
            await visitor.LookAsync();
        }
    }
}
