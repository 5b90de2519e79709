using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Platform.Demo;
using Platform.Gateway.SignIn;

namespace Platform.Security;

/// <summary>A request that is being made up.</summary>
internal sealed record Shot(HttpMethod Method, string Path)
{
    public string? Cookie { get; init; }
    public HttpContent? Content { get; init; }

    /// <summary>What a browser says of where the request comes from; null for a client that says nothing.</summary>
    public string? Site { get; init; } = "same-origin";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}

/// <summary>What the platform answered.</summary>
internal sealed record Answer(int Status, string Said, HttpResponseMessage Response)
{
    public string Location => Response.Headers.Location?.OriginalString ?? "";

    public string Cookies => Response.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join('\n', set) : "";
}

/// <summary>The platform as somebody outside sees it, and the passwords of its demonstration.</summary>
internal sealed class Target(string address, string data)
{
    private readonly JsonElement secrets = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(data, "secrets.json")));
    private readonly HttpClient http = SignedInPeople.Reach(address);
    private readonly Dictionary<string, string> sessions = [];

    public Uri Address { get; } = new(address);

    public string Password => secrets.GetProperty("People").GetString()!;

    /// <summary>The code of everybody's authenticator app, so many steps from now.</summary>
    public string Code(int steps = 0) =>
        Totp.CodeOf(secrets.GetProperty("Authenticator").GetString()!, Totp.StepOf(TimeProvider.System.GetUtcNow()) + steps);

    /// <summary>The cookie of somebody's session: the one that they had, unless it is to be a new one.</summary>
    public async Task<string> SessionAsync(string user, bool anew = false)
    {
        if (!anew && sessions.TryGetValue(user, out var known))
            return known;
        var people = new SignedInPeople(http, Password, () => Code());
        try
        {
            return sessions[user] = await people.SignInAsync(user);
        }
        // A code counts once: the next comes within half a minute.
        catch (InvalidOperationException)
        {
            await Task.Delay(TimeSpan.FromSeconds(31));
            return sessions[user] = await people.SignInAsync(user);
        }
    }

    /// <summary>Their session, in which they have just given their password again.</summary>
    public async Task<string> ConfirmedAsync(string user)
    {
        var session = await SessionAsync(user);
        var proof = JsonContent.Create(new { proof = Password });
        await SendAsync(new Shot(HttpMethod.Post, "/api/users/me/confirmation") { Cookie = session, Content = proof });
        return session;
    }

    /// <param name="shot">What to send.</param>
    /// <param name="from">Sends it from another address of this machine.</param>
    public async Task<Answer> SendAsync(Shot shot, IPAddress? from = null)
    {
        using var other = from is null ? null : From(from);
        using var request = new HttpRequestMessage(shot.Method, shot.Path) { Content = shot.Content };
        if (shot.Cookie is not null)
            request.Headers.TryAddWithoutValidation("Cookie", shot.Cookie);
        if (shot.Site is not null)
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", shot.Site);
        foreach (var (name, value) in shot.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await ReadAsync(await (other ?? http).SendAsync(request));
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request) => await ReadAsync(await http.SendAsync(request));

    /// <summary>Asks as somebody who has just given their password again.</summary>
    public async Task<Answer> AskAsync(string user, HttpMethod method, string path, object? body = null, int? version = null) =>
        await SendAsync(
            new Shot(method, path)
            {
                Cookie = await ConfirmedAsync(user),
                Content = body is null ? null : JsonContent.Create(body, body.GetType()),
                Headers = version is null ? [] : [("If-Match", $"\"{version}\"")],
            }
        );

    /// <summary>The same, where anything but success ends everything.</summary>
    public async Task<JsonElement> MustAsync(string user, HttpMethod method, string path, object? body = null, int? version = null)
    {
        var answer = await AskAsync(user, method, path, body, version);
        return answer.Status is >= 200 and < 300
            ? JsonSerializer.Deserialize<JsonElement>(answer.Said.Length == 0 ? "null" : answer.Said)
            : throw new InvalidOperationException($"{method} {path} as {user}: {answer.Status} {answer.Said}");
    }

    /// <summary>A form, as a page posts it.</summary>
    public static HttpContent Form(params (string Name, string Value)[] fields) =>
        new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    /// <summary>What no client would send: bytes as they are.</summary>
    /// <returns>The first line of the answer, and all of it.</returns>
    public async Task<(string First, string All)> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port);
        client.ReceiveTimeout = 10_000;
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var all = await reader.ReadToEndAsync(new CancellationTokenSource(TimeSpan.FromSeconds(15)).Token);
        return (all.Split('\r')[0], all);
    }

    private HttpClient From(IPAddress from) =>
        new(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                ConnectCallback = async (context, cancel) =>
                {
                    var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                    socket.Bind(new IPEndPoint(from, 0));
                    await socket.ConnectAsync(context.DnsEndPoint, cancel);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        )
        {
            BaseAddress = Address,
        };

    private static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
}
