using System.Collections.Concurrent;
using Microsoft.Playwright;
using Platform.Local;

namespace Platform.EndToEnd.Tests.Fixtures;

/// <summary>The machine's own Chromium: nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly ConcurrentDictionary<string, bool> inspected = new();
    private readonly Dictionary<int, IPage> windows = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>The folder for a picture of every page, if <c>PAGE_PICTURES</c> names one.</summary>
    public string? Pictures { get; } =
        Environment.GetEnvironmentVariable("PAGE_PICTURES") is { Length: > 0 } folder ? Directory.CreateDirectory(folder).FullName : null;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = InstalledChromium.Required(), Args = Arguments });
        foreach (var width in (int[])[1280, 390])
            windows[width] = await (
                await browser.NewContextAsync(
                    new()
                    {
                        ViewportSize = new() { Width = width, Height = 900 },
                    }
                )
            ).NewPageAsync();
    }

    /// <summary>Somebody's browser, with nothing in it.</summary>
    public async Task<Visitor> OpenAsync(WholePlatform platform, bool script = false)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = platform.Address,
                JavaScriptEnabled = script,
                ViewportSize = new() { Width = 1280, Height = 900 },
            }
        );
        context.SetDefaultTimeout(15_000);
        if (!script && !windows[1280].Url.StartsWith(platform.Address, StringComparison.Ordinal))
            await PageInspection.PrepareAsync(windows[1280], platform.Address);
        return new(await context.NewPageAsync(), this, script);
    }

    /// <summary>Whether a page of that kind has not been inspected yet, in this run.</summary>
    internal bool IsNew(string kind) => inspected.TryAdd(kind, true);

    /// <summary>A window of that width in which a page's HTML is looked at as if the platform had just sent it.</summary>
    internal IPage Window(int width) => windows[width];

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
