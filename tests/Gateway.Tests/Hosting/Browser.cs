using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Platform.Gateway.Tests.Hosting;

/// <summary>What a browser does: keeps cookies, asks for pages, says where its forms come from. It does not follow redirects.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient client;

    public Browser(string address) =>
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }, disposeHandler: true)
        {
            BaseAddress = new Uri(address),
        };

    public CookieContainer Cookies { get; } = new();

    public Guid UserId { get; init; }

    public string Email { get; init; } = "";

    public Uri Address => client.BaseAddress!;

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, null, headers);

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string? Value)[] fields) =>
        PostFromAsync("same-origin", path, fields);

    public Task<HttpResponseMessage> PostFromAsync(string? site, string path, params (string Name, string? Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, Form(fields), site, []);

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string? returnUrl = null) =>
        PostAsync("/account/sign-in", ("Email", email), ("Password", password), ("ReturnUrl", returnUrl));

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        string? site,
        (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    /// <summary>Sends a request as it is, from one of our own pages.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await client.SendAsync(request);
    }

    public static FormUrlEncodedContent Form(params (string Name, string? Value)[] fields) =>
        new(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));

    public void Dispose() => client.Dispose();
}

/// <summary>Reading answers.</summary>
public static class Answers
{
    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    public static async Task<IHtmlDocument> PageAsync(this Task<HttpResponseMessage> response) => await (await response).PageAsync();

    public static string Heading(this IHtmlDocument page) => page.QuerySelector("h1")!.TextContent.Trim();

    /// <summary>The message beside a field.</summary>
    public static string? ErrorAt(this IHtmlDocument page, string field) =>
        page.QuerySelector($"[id='{field}-error']")?.TextContent.Replace("Error:", "", StringComparison.Ordinal).Trim();
}
