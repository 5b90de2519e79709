using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Platform.Contracts;

namespace Platform.Testing;

/// <summary>What pages lead to: no page offers what it will refuse.</summary>
public static partial class OfferedLinks
{
    /// <summary>
    /// Opens those of the pages that somebody may open, and what they lead to in the same service; also what the pages below them lead to.
    /// Every link opens the page that it names. Of things that the pages do not name, one of each shape is opened. Printed copies, which
    /// need a browser, are left out.
    /// </summary>
    /// <param name="service">Of <see cref="ServiceNames"/>.</param>
    /// <param name="visitors">Who they are, and they themselves.</param>
    /// <param name="pages">Where they begin.</param>
    public static async Task AssertOpenAsync(string service, IEnumerable<(string Who, Visitor Visitor)> visitors, params string[] pages)
    {
        var own = pages.SelectMany(p => p.Split('/')).ToHashSet();
        foreach (var (who, visitor) in visitors)
        {
            var seen = new HashSet<string>(pages);
            var waiting = new Queue<(string Address, string? From)>(pages.Select(p => (p, (string?)null)));
            while (waiting.TryDequeue(out var next))
            {
                var (address, from) = next;
                using var opened = await visitor.GetAsync(address);
                if (from is null && opened.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
                    continue;
                Assert.True(opened.StatusCode == HttpStatusCode.OK, $"{who} at {from}: {address} answers {opened.StatusCode}");
                if (!pages.Any(p => address == p || address.StartsWith($"{p}/", StringComparison.Ordinal)))
                    continue;
                foreach (var link in Links(await Visitor.PageOfAsync(opened), address))
                    if (ServedThings.Of[service].Contains(link.Split('/', '?')[1]) && seen.Add(Shape(link, own)))
                        waiting.Enqueue((link, address));
            }
        }
    }

    // Addresses that differ in the values of their query alone, or in whose thing it is, have one shape.
    private static string Shape(string link, HashSet<string> own) =>
        string.Join('/', Value().Replace(link, "=").Split('/').Select(s => own.Contains(s) || !s.Any(char.IsDigit) ? s : "*"));

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Value();

    private static IEnumerable<string> Links(IParentNode page, string address) =>
        page.QuerySelectorAll("main a[href]")
            .Select(a => new Uri(new Uri(new("http://here"), address), a.GetAttribute("href")))
            .Where(u => u is { Scheme: "http", Host: "here" } && !u.AbsolutePath.EndsWith("/pdf", StringComparison.Ordinal))
            .Select(u => u.PathAndQuery);
}
