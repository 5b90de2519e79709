using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Platform.Demo;

/// <summary>People who have signed in at the gateway's own page, each with the session that a browser would have.</summary>
/// <param name="gateway">Reaches the gateway; it must keep no cookies and follow no redirects: <see cref="Reach"/>.</param>
/// <param name="password">Of everybody.</param>
/// <param name="code">The present code of everybody's authenticator app.</param>
public sealed class SignedInPeople(HttpClient gateway, string password, Func<string> code)
{
    private readonly ConcurrentDictionary<string, string> sessions = [];

    /// <summary>A client that leaves cookies and redirects to whoever uses it.</summary>
    public static HttpClient Reach(string address) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new(address) };

    /// <summary>Sends a request as that person, who proves again who they are where the act asks for it.</summary>
    /// <param name="user">Their e-mail address.</param>
    /// <param name="make">Makes the request, once for each time that it is sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<HttpResponseMessage> SendAsync(
        string user,
        Func<HttpRequestMessage> make,
        CancellationToken cancellationToken = default
    )
    {
        var session = sessions.TryGetValue(user, out var known) ? known : await SignInAsync(user, cancellationToken);
        var answer = await AskAsync(session, make(), cancellationToken);
        if (
            answer.StatusCode != HttpStatusCode.Unauthorized
            || !answer.Headers.WwwAuthenticate.ToString().Contains("insufficient_user_authentication", StringComparison.Ordinal)
        )
            return answer;
        answer.Dispose();
        await ConfirmAsync(session, cancellationToken);
        return await AskAsync(session, make(), cancellationToken);
    }

    /// <summary>Signs somebody in, for everything that they send later.</summary>
    /// <returns>The cookie of their session.</returns>
    /// <exception cref="InvalidOperationException">The password or the code is refused.</exception>
    public async Task<string> SignInAsync(string user, CancellationToken cancellationToken = default)
    {
        using var first = await PostAsync("/account/sign-in", null, [new("Email", user), new("Password", password)], cancellationToken);
        if (first.StatusCode == HttpStatusCode.Redirect)
            return sessions[user] = CookieOf(first);
        if (!first.Headers.Contains("Set-Cookie"))
            throw new InvalidOperationException($"{user} could not sign in: {(int)first.StatusCode}");
        using var second = await PostAsync("/account/sign-in?handler=code", CookieOf(first), [new("Code", code())], cancellationToken);
        return second.StatusCode == HttpStatusCode.Redirect
            ? sessions[user] = CookieOf(second)
            : throw new InvalidOperationException($"The code of {user} was refused.");
    }

    private async Task ConfirmAsync(string session, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/users/me/confirmation")
        {
            Content = JsonContent.Create(new { Proof = password }),
        };
        using var answer = await AskAsync(session, request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<HttpResponseMessage> PostAsync(
        string path,
        string? cookie,
        KeyValuePair<string, string>[] fields,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return await AskAsync(cookie ?? "", request, cancellationToken);
    }

    private Task<HttpResponseMessage> AskAsync(string cookie, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cookie.Length > 0)
            request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return gateway.SendAsync(request, cancellationToken);
    }

    // "platform-session=…": what a browser sends back. One that is deleted has no value.
    private static string CookieOf(HttpResponseMessage answer) =>
        string.Join(
            "; ",
            answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).Where(cookie => !cookie.EndsWith('='))
        );
}
