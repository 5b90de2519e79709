using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Testing;

/// <summary>Somebody who uses a service through the gateway: each request brings a caller token and the instant of its arrival.</summary>
public sealed class Visitor(HttpClient http, Func<string>? token, TestClock clock, (string Name, string Value)? header = null)
{
    /// <summary>The same visitor, whose requests bring that header.</summary>
    public Visitor With(string name, string value) => new(http, token, clock, (name, value));

    /// <summary>A page that must be there.</summary>
    public async Task<IHtmlDocument> GetPageAsync(string address)
    {
        var response = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await PageOfAsync(response);
    }

    /// <summary>The address that a form redirects to once it is accepted.</summary>
    public async Task<string> PostAndFollowAsync(string address, params (string Name, string Value)[] fields)
    {
        var response = await PostAsync(address, fields);
        Assert.True(
            response.StatusCode == HttpStatusCode.Redirect,
            $"{response.StatusCode}: {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}"
        );
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>The page that a form comes back with when something is wrong.</summary>
    public async Task<IHtmlDocument> PostAndStayAsync(string address, params (string Name, string Value)[] fields)
    {
        var response = await PostAsync(address, fields);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await PageOfAsync(response);
    }

    /// <summary>Asks for an address.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(HttpMethod.Get, address, null, null);

    /// <summary>Posts a form.</summary>
    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), null);

    /// <summary>Sends JSON.</summary>
    public Task<HttpResponseMessage> SendJsonAsync(HttpMethod method, string address, object? body, int? ifMatch = null) =>
        SendAsync(method, address, body is null ? null : JsonContent.Create(body, options: Doors.Json), ifMatch);

    /// <summary>Sends whatever it is given.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content, int? ifMatch)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(new($"\"{ifMatch}\""));
        return SendAsync(request);
    }

    /// <summary>Sends a request as it is, as this visitor.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token());
        request.Headers.Add(CallerTokens.ArrivedAtHeader, clock.Now.UtcTicks.ToString());
        if (header is { } own)
            request.Headers.TryAddWithoutValidation(own.Name, own.Value);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The page that an answer is.</summary>
    public static async Task<IHtmlDocument> PageOfAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
