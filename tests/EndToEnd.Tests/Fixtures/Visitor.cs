using Microsoft.Playwright;

namespace Platform.EndToEnd.Tests.Fixtures;

/// <summary>A person at a browser. Whatever page they come to is looked at: see <see cref="PageInspection"/>.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly Chromium chromium;
    private readonly bool script;
    private readonly List<string> complaints = [];

    internal Visitor(IPage page, Chromium chromium, bool script)
    {
        Page = page;
        this.chromium = chromium;
        this.script = script;
        page.Console += (_, message) =>
        {
            // The browser's own line about a page that has a status of 400 or more.
            if (
                message.Type == "error"
                && !message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal)
            )
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    public string Path => new Uri(Page.Url).AbsolutePath;

    public async Task<Visitor> SignInAsync(string email)
    {
        await GoAsync("/account/sign-in");
        await TypeAsync("Email address", email);
        await TypeAsync("Password", WholePlatform.Password);
        await PressAsync("Sign in");
        return this;
    }

    public Task SignOutAsync() => PressAsync("Sign out");

    /// <summary>Opens an address.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await LookAsync();
        await ProveAsync();
    }

    /// <summary>Opens an address again and again until it shows what another service has to learn first.</summary>
    public async Task GoUntilAsync(string address, string words)
    {
        await Until.TrueAsync(
            async () =>
            {
                await Page.GotoAsync(address);
                return (await TextAsync()).Contains(words, StringComparison.Ordinal);
            },
            $"{address} says “{words}”"
        );
        await LookAsync();
    }

    public async Task FollowAsync(string link)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await LookAsync();
        await ProveAsync();
    }

    public async Task PressAsync(string button)
    {
        await Page.Locator($"button:has-text('{button}'), a[role=button]:has-text('{button}')").First.ClickAsync();
        await LookAsync();
        await ProveAsync();
    }

    public Task TypeAsync(string label, string text) => Field(label).FillAsync(text);

    public Task ChooseAsync(string label) => Page.GetByLabel(label, new() { Exact = true }).CheckAsync();

    public Task<string> TypedAsync(string label) => Field(label).InputValueAsync();

    /// <summary>What stands on the page, between header and footer.</summary>
    public async Task<string> TextAsync() => await Page.Locator(".govuk-width-container:has(main)").InnerTextAsync();

    public async Task<string> HeadingAsync() => await Page.Locator("h1").InnerTextAsync();

    /// <summary>The lines of the error summary, each of which must also stand beside its field.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync()
    {
        var lines = await Page.Locator(".govuk-error-summary__list li").AllInnerTextsAsync();
        var beside = string.Join('\n', await Page.Locator(".govuk-error-message").AllInnerTextsAsync());
        Assert.StartsWith("Error: ", await Page.TitleAsync());
        Assert.All(lines, line => Assert.Contains(line, beside));
        return lines;
    }

    public async Task LookAsync()
    {
        try
        {
            await Page.WaitForLoadStateAsync();
        }
        catch (TimeoutException)
        {
            // On a busy machine Playwright may miss that a page has loaded: the page knows.
            if (await Page.EvaluateAsync<string>("document.readyState") != "complete")
                throw;
        }
        await PageInspection.OfAsync(Page, chromium, script);
        Assert.Empty(complaints);
    }

    // Signing and the like ask for the password again; what was typed goes with it.
    private async Task ProveAsync()
    {
        if (await HeadingAsync() != "Check that it is you")
            return;
        await Page.Locator("#Proof").FillAsync(WholePlatform.Password);
        await Page.ClickAsync("button:has-text('Continue')");
        await LookAsync();
        if (await HeadingAsync() != "Thank you")
            return;
        await Page.ClickAsync("button:has-text('Continue')");
        await LookAsync();
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true }).First;
}
