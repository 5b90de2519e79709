using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Platform.EndToEnd.Tests.Fixtures;

/// <summary>
/// What must be true of every page. Its HTML is shown again in a window of 1280 pixels without its scripts, and in one of 390 with them.
/// That way a page of somebody who has switched scripts off can be examined too, by scripts, and so can the answer to a form that was
/// posted.
/// </summary>
internal static partial class PageInspection
{
    // Deque's package for Playwright opens a window for each page, to gather what is in frames. No page of ours has any.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    // Not as an element, which the page's own policy forbids.
    private const string Restyle = """
        style => {
            const sheet = new CSSStyleSheet()
            sheet.replaceSync(style)
            document.adoptedStyleSheets = [sheet]
        }
        """;

    private static readonly (int Width, string Style)[] Reflows =
    [
        (320, "* { font-family: 'DejaVu Sans' !important }"),
        (1280, "html { font-size: 200% !important }"),
    ];

    // A sum of which only the beginning is seen can be misread: "£12" of "£12,500".
    private const string CutFigures = """
        () => [...document.querySelectorAll(".platform-table-scroll")].flatMap(box => {
            const edge = box.getBoundingClientRect().right, range = document.createRange(), cut = []
            const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
            while (texts.nextNode()) {
                const text = texts.currentNode
                range.selectNodeContents(text)
                const { left, right } = range.getBoundingClientRect()
                const isSeen = !text.parentElement.closest(".govuk-visually-hidden")
                if (/\d/.test(text.data) && isSeen && left < edge && right > edge + 1) cut.push(text.data.trim())
            }
            return cut
        })
        """;

    private const string Violations = """
        async tags => (await axe.run({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })).violations
            .map(v => `${v.id}: ${v.help} ${v.nodes.map(n => n.html).join(" | ")}`)
        """;

    /// <summary>Makes a window ready to be filled with pages of that platform that have no scripts.</summary>
    public static async Task PrepareAsync(IPage page, string platform)
    {
        await page.GotoAsync(platform + "/account/sign-in");
        await page.EvaluateAsync(Axe);
    }

    public static async Task OfAsync(IPage page, Chromium chromium, bool script)
    {
        var (address, title) = (page.Url, await page.TitleAsync());
        Assert.True(title.EndsWith(" - Community safety funding", StringComparison.Ordinal), $"{address} has the title “{title}”");
        Assert.True(await page.Locator("h1").CountAsync() == 1, $"{address} has {await page.Locator("h1").CountAsync()} h1");
        // The same address looks different to an officer and a partner, empty and full: the parts of a page tell.
        var parts = await page.Locator("h1, h2, .govuk-notification-banner__title").AllInnerTextsAsync();
        var kind = Particular()
            .Replace(
                $"{new Uri(address).AbsolutePath} {title[..^26]} {string.Join(' ', parts)} {await page.Locator("table").CountAsync()}",
                "x"
            );
        if (script || !chromium.IsNew(kind))
            return;
        var html = await page.ContentAsync();
        Assert.False(Inline().IsMatch(html), $"{address} has an inline style or script: {Inline().Match(html)}");
        await Task.WhenAll(
            ShowAsync(chromium, address, Script().Replace(html, ""), 1280, kind),
            ShowAsync(chromium, address, html, 390, kind)
        );
    }

    private static async Task ShowAsync(Chromium chromium, string address, string html, int width, string kind)
    {
        var page = chromium.Window(width);
        var complaints = new List<string>();
        void OnConsole(object? sender, IConsoleMessage message)
        {
            if (message.Type == "error")
                complaints.Add(message.Text);
        }
        page.Console += OnConsole;
        if (width == 1280)
            await page.SetContentAsync(html);
        else
            await LoadAsync(page, address, html);
        if (chromium.Pictures is { } pictures)
            await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, PictureOf(kind, width)), FullPage = true });
        var violations = await page.EvaluateAsync<string[]>(Violations, Wcag);
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        page.Console -= OnConsole;
        if (width == 390)
        {
            await ShowsWholeFiguresAsync(page, address);
            await ReflowsAsync(page, address);
        }
        Assert.True(violations.Length == 0, $"{address} at {width}: {string.Join("\n", violations)}");
        Assert.True(complaints.Count == 0, $"{address} at {width}: {string.Join("\n", complaints)}");
        Assert.True(overflow <= 0, $"{address} is {overflow} pixels too wide for a window of {width}");
    }

    // WCAG 1.4.10 and 1.4.4: with a font much wider than Arial at 320 pixels, and with text of twice its size.
    private static async Task ReflowsAsync(IPage page, string address)
    {
        foreach (var (width, style) in Reflows)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EvaluateAsync(Restyle, style);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(wide <= 0, $"{address} is {wide} pixels too wide for a window of {width} with {style}");
            if (width == 320)
                await ShowsWholeFiguresAsync(page, address);
        }
        await page.EvaluateAsync(Restyle, "");
        await page.SetViewportSizeAsync(390, 900);
    }

    private static async Task ShowsWholeFiguresAsync(IPage page, string address)
    {
        var cut = await page.EvaluateAsync<string[]>(CutFigures);
        Assert.True(cut.Length == 0, $"{address} cuts figures in two at the edge of a table: {string.Join(" | ", cut)}");
    }

    // With scripts it has to be loaded: a window runs each of their modules once for each page that it loads.
    private static async Task LoadAsync(IPage page, string address, string html)
    {
        await page.RouteAsync(address, route => route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" }));
        await page.GotoAsync(address);
        await page.UnrouteAllAsync();
        await page.EvaluateAsync(Axe);
    }

    private static string PictureOf(string kind, int width) =>
        $"{Unsafe().Replace(kind, "-").Trim('-') switch { { Length: > 150 } name => name[..150], var name => name }} {width}.png";

    [GeneratedRegex(
        @"[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2,}\d*-[A-Z]{3}-\d\d|CSP\d+|EXE\d{3}-\d\d|\d{4}[-/]\d\d[ -][Qq]\d|\d{4}-q\d",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Particular();

    [GeneratedRegex(@"<style|\sstyle=|\son[a-z]+=""|<script(?![^>]*\ssrc=)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Unsafe();
}
