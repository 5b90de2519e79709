using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Platform.Gateway.Tests.Forwarding;

/// <summary>Files on their way through the gateway.</summary>
public sealed class FilesTests(Databases given)
{
    [Fact]
    public async Task Post_TenMegabytesAndMore_ReachesTheService()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(browser, "/bids/large/10", 10 * 1024 * 1024)).StatusCode);
        Assert.Contains(new string('a', 10 * 1024 * 1024), given.Upstream["/bids/large/10"].Body, StringComparison.Ordinal);
        // Somewhat too large: the service says so beside the field.
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(browser, "/bids/large/28", 28_000_000)).StatusCode);
    }

    [Theory]
    [InlineData(31_000_000)]
    [InlineData(60_000_000)]
    public async Task Post_FarTooLarge_GetsAPageThatSaysSo(int bytes)
    {
        using var browser = await given.Host.GivenSignedInAsync();
        var answer = await UploadAsync(browser, "/bids/large/far", bytes);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal("What you sent is too large", page.Heading());
        Assert.Contains("A file must be smaller than 10MB. Nothing was saved.", page.Texts("main p"));
        Assert.False(given.Upstream.Got("/bids/large/far"));
        var api = await UploadAsync(browser, "/api/bids/large/far", bytes);
        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, "application/problem+json"),
            (api.StatusCode, api.Content.Headers.ContentType!.MediaType)
        );
    }

    [Fact]
    public async Task Get_ADownload_MayRunNothing()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        var answer = await browser.GetAsync("/bids/download/x");
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        Assert.Equal("a.pdf", answer.Content.Headers.ContentDisposition!.FileName);
    }

    [Theory]
    [InlineData("/bids/status/400")]
    [InlineData("/bids/status/408")]
    public async Task Post_AFileThatDidNotArrive_SaysWhatToDo(string path)
    {
        using var browser = await given.Host.GivenSignedInAsync();
        var page = await UploadAsync(browser, path, 10).PageAsync();
        Assert.Equal("The file did not arrive", page.Heading());
        Assert.Contains("choose the file again and upload it", page.Text("main"));
        var typed = await browser.PostAsync(path, ("Title", "x")).PageAsync();
        Assert.NotEqual("The file did not arrive", typed.Heading());
    }

    private static Task<HttpResponseMessage> UploadAsync(Browser browser, string path, int bytes)
    {
        var file = new ByteArrayContent(Encoding.ASCII.GetBytes(new string('a', bytes)));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return browser.SendAsync(HttpMethod.Post, path, new MultipartFormDataContent { { file, "File", "a.pdf" } }, "same-origin", []);
    }
}
