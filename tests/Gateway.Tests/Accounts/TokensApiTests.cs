using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>Programs: registered by an administrator, with a secret of their own, and refused as soon as they are revoked.</summary>
public sealed class TokensApiTests(Databases given) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = new Uri(given.Host.Address) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static (string, string?)[] Program(string name, string? partnership, string access, DateOnly until) =>
        [
            ("ClientId", $"{Guid.CreateVersion7()}"),
            ("Name", name),
            ("Partnership", partnership ?? TypedAccount.Office),
            ("Access", access),
            ("Until.Day", $"{until.Day}"),
            ("Until.Month", $"{until.Month}"),
            ("Until.Year", $"{until.Year}"),
        ];

    private static DateOnly Today => London.DateOf(TimeProvider.System.GetUtcNow());

    private static async Task<(string Id, string Secret)> RegisterAsync(Browser administrator, string? partnership, string access)
    {
        var page = await administrator
            .PostAsync("/account/programs/new", Program("Case system", partnership, access, Today.AddDays(30)))
            .PageAsync();
        return (page.QuerySelector("#client-id")!.TextContent, page.QuerySelector("#client-secret")!.TextContent);
    }

    private async Task<HttpResponseMessage> AskAsync(string id, string secret, string grant = "client_credentials") =>
        await client.PostAsync(
            "/api/tokens",
            Browser.Form(("grant_type", grant), ("client_id", id), ("client_secret", secret)),
            Cancellation
        );

    private async Task<string> TokenAsync(string id, string secret)
    {
        var answer = await (await AskAsync(id, secret)).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(("Bearer", 3600), (answer.GetProperty("token_type").GetString(), answer.GetProperty("expires_in").GetInt32()));
        return answer.GetProperty("access_token").GetString()!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, Cancellation);
    }

    [Fact]
    public async Task Program_OfAPartnership_ReadsAndWritesAsAnEditor_AndCannotSign()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var (id, secret) = await RegisterAsync(administrator, "MEL", "write");
        var token = await TokenAsync(id, secret);
        await SendAsync(HttpMethod.Post, "/api/bids/by-program", token, new { a = 1 });
        var caller = given.Upstream["/api/bids/by-program"].Caller;
        Assert.Equal((Guid.Parse(id), "Case system", "MEL"), (caller.Person.UserId, caller.Person.Name, caller.Partnership!.Code));
        Assert.Equal([Roles.PartnerEditor], caller.Roles);
        Assert.False(given.Upstream["/api/bids/by-program"].Confirmed);
        var confirm = await SendAsync(HttpMethod.Post, "/api/users/me/confirmation", token, new { Proof = secret });
        Assert.Equal(HttpStatusCode.NotFound, confirm.StatusCode);
        var basic = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tokens")
        {
            Content = Browser.Form(("grant_type", "client_credentials")),
        };
        request.Headers.Authorization = basic;
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Program_ThatReads_CannotWrite()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var (id, secret) = await RegisterAsync(administrator, null, "read");
        var token = await TokenAsync(id, secret);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "/api/bids/read-program", token)).StatusCode);
        Assert.Equal([Roles.Officer], given.Upstream["/api/bids/read-program"].Caller.Roles);
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(method, "/api/bids/read-program-writes", token, new { })).StatusCode);
        Assert.False(given.Upstream.Got("/api/bids/read-program-writes"));
        // Pages are for people.
        foreach (var page in new[] { "/account", "/account/people", "/bids/read-program", "/" })
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Get, page, token)).StatusCode);
    }

    [Fact]
    public async Task Revoked_IsRefusedAtOnce_AndTheSecretIsKeptNowhere()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var (id, secret) = await RegisterAsync(administrator, "MEL", "write");
        var token = await TokenAsync(id, secret);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "/api/users/me", token)).StatusCode);
        var list = await (await administrator.GetAsync("/account/programs")).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(id, list);
        Assert.DoesNotContain(secret, list);
        await administrator.PostAsync("/account/programs", ("Id", id));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "/api/users/me", token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(id, secret)).StatusCode);
        Assert.Equal(
            [null, true],
            (await given.Host.SentAsync<ClientChanged>(Guid.Parse(id))).Select(e => e.Details.RevokedAt is null ? (bool?)null : true)
        );
    }

    [Fact]
    public async Task Program_ThatHasRunOut_IsRefused()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var (id, secret) = await RegisterAsync(administrator, "MEL", "write");
        var token = await TokenAsync(id, secret);
        await using var later = await GatewayHost.StartAsync(given, given.Upstream.Address);
        later.Clock.MoveTo(London.At(Today.AddDays(31), default));
        using var late = new HttpClient { BaseAddress = new(later.Address) };
        late.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await late.GetAsync("/api/users/me", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task PasswordOfAPerson_MakesNoToken()
    {
        var user = await given.Host.GivenUserAsync();
        foreach (var grant in new[] { "password", "client_credentials", "" })
        {
            var answer = await client.PostAsync(
                "/api/tokens",
                Browser.Form(
                    ("grant_type", grant),
                    ("username", user.Email),
                    ("client_id", $"{user.Id}"),
                    ("password", GatewayHost.Password),
                    ("client_secret", GatewayHost.Password)
                ),
                Cancellation
            );
            Assert.Equal(grant == "client_credentials" ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest, answer.StatusCode);
            var refusal = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            Assert.Equal(
                grant == "client_credentials" ? "invalid_client" : "unsupported_grant_type",
                refusal.GetProperty("error").GetString()
            );
        }
    }

    [Fact]
    public async Task Register_NothingTyped_SaysEachBesideItsField_AndAYearIsTheMost()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var page = await administrator.PostAsync("/account/programs/new").PageAsync();
        Assert.Equal("Enter what the program is called", page.ErrorAt("Name"));
        Assert.Equal("Select whose things the program sees", page.ErrorAt("Partnership"));
        Assert.Equal("Select whether the program also changes things", page.ErrorAt("Access"));
        Assert.Equal("Enter the last day", page.ErrorAt("Until"));
        page = await administrator.PostAsync("/account/programs/new", Program("X", "MEL", "read", Today.AddDays(400))).PageAsync();
        Assert.StartsWith("The last day must be between today and", page.ErrorAt("Until"));
    }

    [Theory]
    [InlineData("/api/users/me", null)]
    [InlineData("/api/users/me", "made-up")]
    [InlineData("/api/users", null)]
    public async Task Get_WithoutAToken_IsUnauthorizedWithProblemDetails(string path, string? token)
    {
        var answer = await SendAsync(HttpMethod.Get, path, token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    public void Dispose() => client.Dispose();
}
