using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Platform.Notifications.Tests.Fixtures;

internal static class HtmlPage
{
    /// <summary>A page as its caller sees it.</summary>
    public static async Task<IHtmlDocument> OpenAsync(this HttpClient caller, string path)
    {
        var response = await caller.GetAsync(path, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {html}");
        return new HtmlParser().ParseDocument(html);
    }
}
