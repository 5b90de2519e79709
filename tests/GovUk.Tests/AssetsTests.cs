using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Platform.GovUk.Tests;

public sealed partial class AssetsTests(Host host)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stylesheet_Compiled_IsNotDressedAsGovUk()
    {
        var css = await host.Client.GetStringAsync(GovUkAssets.Stylesheet, Cancelled);
        foreach (var never in new[] { "GDS Transport", "crown", "govuk-crest", "@font-face" })
            Assert.DoesNotContain(never, css, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Helvetica", css, StringComparison.Ordinal);
        Assert.Contains("table-header-group", css, StringComparison.Ordinal);
        foreach (var url in Url().Matches(css).Select(match => match.Groups[1].Value))
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(GovUkAssets.AddressOf(url), Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Asset_Fetched_MayBeKeptForEver()
    {
        foreach (
            var (address, type) in new[]
            {
                (GovUkAssets.Stylesheet, "text/css"),
                (GovUkAssets.Script, "text/javascript"),
                (GovUkAssets.Favicon, "image/svg+xml"),
            }
        )
        {
            using var response = await host.Client.GetAsync(address, Cancelled);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

            using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { response.Headers.ETag! } } };
            Assert.Equal(HttpStatusCode.NotModified, (await host.Client.SendAsync(again, Cancelled)).StatusCode);
        }
    }

    [Fact]
    public async Task Script_Imports_AreServedBesideIt()
    {
        var script = await host.Client.GetStringAsync(GovUkAssets.Script, Cancelled);
        Assert.Contains("./govuk-frontend.min.js", script, StringComparison.Ordinal);
        var library = await host.Client.GetStringAsync(GovUkAssets.AddressOf("govuk-frontend.min.js"), Cancelled);
        Assert.Contains("initAll", library, StringComparison.Ordinal);
        using var unknown = await host.Client.GetAsync(GovUkAssets.AddressOf("other.js"), Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [GeneratedRegex(@"url\((icon[^)]*)\)")]
    private static partial Regex Url();
}
