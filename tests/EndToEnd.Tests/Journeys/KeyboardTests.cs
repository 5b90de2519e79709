using Microsoft.Playwright;
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
        await keys.SignInAsync("lead@blaby.example");

        await lead.GoUntilAsync("/", bid);
        await keys.TabToAsync(bid);
        await keys.PressAsync("Enter");
        await keys.TabToAsync("Check your answers");
        await keys.PressAsync("Enter");
        await keys.TabToAsync("Continue to the declaration");
        await keys.PressAsync("Enter");
        await keys.ProveAsync();
        await keys.TabToAsync("I confirm this");
        await lead.Page.Keyboard.PressAsync("Space");
        await keys.TabToAsync("Submit bid");
        await keys.PressAsync("Space");
        Assert.Equal($"/bids/{bid}/submitted", lead.Path);
    }

    [Fact]
    public async Task CloseARoundAndAssessABid_ByKeyboardAlone()
    {
        var today = London.DateOf(platform.Clock.GetUtcNow());
        await platform.Api.OpenScoredRoundAsync("KEA", today);
        var bid = await platform.Api.WriteBidAsync("editor@blaby.example", "KEA", "BLA", today.AddMonths(4));
        await platform.Api.SubmitBidAsync("lead@blaby.example", bid);
        await using var officer = await chromium.OpenAsync(platform, script: true);
        var office = new Keyboard(officer);
        await officer.GoAsync("/account/sign-in");
        await office.SignInAsync("officer@opcc.example");
        await officer.GoAsync("/rounds/KEA");
        await office.TabToAsync("Close the round early");
        await office.PressAsync("Enter");
        await office.TypeAsync("Why it is closed early", "Everybody has submitted");
        await office.TypeAsync("To confirm", "KEA");
        await office.TabToAsync("Close the round now");
        await office.PressAsync("Space");
        await officer.GoUntilAsync("/rounds/KEA", "Assessment");
        await office.TabToAsync("Assessment");
        await office.PressAsync("Enter");
        await office.TabToAsync(bid + ", Blaby");
        await officer.Page.Keyboard.PressAsync("Space");
        await office.TabToAsync("Jo Lindqvist");
        await officer.Page.Keyboard.PressAsync("Space");
        await office.TabToAsync("Ask these assessors");
        await officer.Page.Keyboard.PressAsync("Space");
        await officer.Page.GetByText("0 of 1 complete").WaitForAsync();

        await using var assessor = await chromium.OpenAsync(platform, script: true);
        var keys = new Keyboard(assessor);
        await assessor.GoAsync("/account/sign-in");
        await keys.SignInAsync("assessor@opcc.example");
        await assessor.GoAsync($"/assessments/{bid}");
        await keys.TabToAsync("No");
        await assessor.Page.Keyboard.PressAsync("Space");
        await keys.TabToAsync("Continue");
        await keys.PressAsync("Enter");
        foreach (var criterion in (string[])["Evidence of need", "Value for money"])
        {
            await keys.TabToAsync("0: No evidence");
            await assessor.Page.Keyboard.PressAsync("Space");
            for (var score = 0; score < 3; score++)
                await assessor.Page.Keyboard.PressAsync("ArrowDown");
            Assert.Equal("3: Good", await keys.FocusedAsync());
            await keys.TypeAsync($"Why do you give {criterion} this score?", "Figures by street");
        }
        await keys.TabToAsync("Complete the assessment");
        await assessor.Page.Keyboard.PressAsync("Enter");
        await assessor.Page.GetByText("You completed this assessment").WaitForAsync();
        Assert.Equal(2, await assessor.Page.GetByText("3: Good").CountAsync());
    }

    [Fact]
    public async Task SignADecision_ByKeyboardAlone()
    {
        var today = London.DateOf(platform.Clock.GetUtcNow());
        await platform.Api.OpenRoundAsync("KED", today, days: 2);
        var bid = await platform.Api.WriteBidAsync("editor@harborough.example", "KED", "HAR", today.AddMonths(4));
        await platform.Api.SubmitBidAsync("lead@harborough.example", bid);
        var record = (
            await platform.Api.CreateAsync(
                "officer@opcc.example",
                "/api/decisions",
                new
                {
                    Title = "Safer homes",
                    Summary = "One bid.",
                    Bids = new[] { bid },
                }
            )
        ).GetProperty("reference").GetString();
        await platform.Api.SendAsync("officer@opcc.example", HttpMethod.Post, $"/api/decisions/{record}/submission", new { }, 1);
        await platform.Api.SendAsync(
            "finance@opcc.example",
            HttpMethod.Post,
            $"/api/decisions/{record}/approval",
            new { Office = "Chief Executive" },
            2
        );
        await platform.Api.SendAsync(
            "monitoring@opcc.example",
            HttpMethod.Post,
            $"/api/decisions/{record}/determination",
            new
            {
                PublishRecord = true,
                PublishDecision = true,
                Reasons = "",
            },
            3
        );

        await using var commissioner = await chromium.OpenAsync(platform, script: true);
        var keys = new Keyboard(commissioner);
        await commissioner.GoAsync("/account/sign-in");
        await keys.SignInAsync("commissioner@opcc.example");
        await commissioner.GoUntilAsync("/", record!);
        await keys.TabToAsync(record!);
        await keys.PressAsync("Enter");
        await keys.TabToAsync("Decide and sign");
        await keys.PressAsync("Enter");
        await keys.ProveAsync();
        await keys.TabToAsync("Supported");
        await commissioner.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("Not supported", await keys.FocusedAsync());
        await keys.TabToAsync("Sign the decision");
        await keys.PressAsync("Enter");
        Assert.Equal($"/decisions/{record}", commissioner.Path);
        Assert.Contains("It waits to be published.", await commissioner.TextAsync());
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
                if ((await FocusedAsync()).StartsWith(name, StringComparison.Ordinal))
                    return;
            }
            Assert.Fail($"“{name}” cannot be reached by Tab on {visitor.Path}");
        }

        public async Task TypeAsync(string label, string text)
        {
            await TabToAsync(label);
            await visitor.Page.Keyboard.TypeAsync(text);
        }

        /// <summary>Says again who one is, before signing.</summary>
        public async Task ProveAsync()
        {
            Assert.Equal("Check that it is you", await visitor.HeadingAsync());
            await TypeAsync("Password", WholePlatform.Password);
            await PressAsync("Enter");
        }

        public async Task SignInAsync(string email)
        {
            await TypeAsync("Email address", email);
            await TypeAsync("Password", WholePlatform.Password);
            await PressAsync("Enter");
            Assert.Equal("/", visitor.Path);
        }

        public async Task PressAsync(string key)
        {
            var before = visitor.Page.Url;
            await visitor.Page.Keyboard.PressAsync(key);
            // Whether it has loaded is asked by LookAsync, which believes the page itself.
            await visitor.Page.WaitForURLAsync(address => address != before, new() { WaitUntil = WaitUntilState.Commit });
            await visitor.LookAsync();
        }
    }
}
