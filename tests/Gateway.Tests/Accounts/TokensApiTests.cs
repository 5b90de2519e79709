using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

public sealed class TokensApiTests(Databases given) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = new Uri(given.Host.Address) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<JsonElement> TokenAsync(string email, string password = GatewayHost.Password)
    {
        var answer = await client.PostAsJsonAsync("/api/tokens", new { email, password }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, Cancellation);
    }

    [Fact]
    public async Task Token_RightPassword_OpensTheApiAndRefreshes()
    {
        var user = await given.Host.GivenUserAsync(Roles.PartnerLead, "MEL");
        var tokens = await TokenAsync(user.Email!);
        var me = await (
            await SendAsync(HttpMethod.Get, "/api/users/me", tokens.GetProperty("accessToken").GetString())
        ).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(
            (user.Id, "MEL", Roles.PartnerLead),
            (me.GetProperty("id").GetGuid(), me.GetProperty("partnership").GetString(), me.GetProperty("roles")[0].GetString())
        );

        var refreshed = await SendAsync(
            HttpMethod.Post,
            "/api/tokens/refresh",
            null,
            new { refreshToken = tokens.GetProperty("refreshToken").GetString() }
        );
        var second = (await refreshed.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("accessToken").GetString();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, "/bids/by-program", second, new { a = 1 })).StatusCode);
        Assert.Equal(user.Id, given.Upstream["/bids/by-program"].Caller.Person.UserId);
    }

    [Fact]
    public async Task Token_WrongPasswordFiveTimes_LocksToo()
    {
        var user = await given.Host.GivenUserAsync();
        for (var i = 0; i < 5; i++)
            Assert.Equal(
                HttpStatusCode.Unauthorized,
                (await SendAsync(HttpMethod.Post, "/api/tokens", null, new { email = user.Email, password = "wrong" })).StatusCode
            );
        var locked = await SendAsync(HttpMethod.Post, "/api/tokens", null, new { email = user.Email, password = GatewayHost.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        Assert.Equal("application/problem+json", locked.Content.Headers.ContentType!.MediaType);
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

    [Fact]
    public async Task Token_OfDisabledUser_EndsAndDoesNotRefresh()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var user = await given.Host.GivenUserAsync();
        var tokens = await TokenAsync(user.Email!);
        await administrator.PostAsync($"/account/people/{user.Id}/disable");
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await SendAsync(HttpMethod.Get, "/api/users/me", tokens.GetProperty("accessToken").GetString())).StatusCode
        );
        var refresh = await SendAsync(
            HttpMethod.Post,
            "/api/tokens/refresh",
            null,
            new { refreshToken = tokens.GetProperty("refreshToken").GetString() }
        );
        Assert.Equal(HttpStatusCode.Unauthorized, refresh.StatusCode);
    }

    [Fact]
    public async Task Users_Administrator_MakesAndListsAccounts()
    {
        var administrator = await given.Host.GivenUserAsync(Roles.Administrator);
        var token = (await TokenAsync(administrator.Email!)).GetProperty("accessToken").GetString();
        var email = $"{Guid.NewGuid():n}@example.org";
        object Account(string? password, string role = Roles.PartnerEditor) =>
            new
            {
                name = "Ann Ash",
                email,
                partnership = "MEL",
                roles = new[] { role },
                password,
            };

        var wrong = await SendAsync(HttpMethod.Post, "/api/users", token, Account("short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("\"password\":[\"Password must be 12", await wrong.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await SendAsync(HttpMethod.Post, "/api/users", token, Account(null, Roles.Officer))).StatusCode
        );

        var made = await SendAsync(HttpMethod.Post, "/api/users", token, Account(null));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var created = await made.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Contains("/account/accept-invitation?user=", created.GetProperty("invitationLink").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(HttpMethod.Post, "/api/users", token, Account(null))).StatusCode);

        var first = await SendAsync(HttpMethod.Get, "/api/users?limit=1", token);
        Assert.Contains("rel=\"next\"", Assert.Single(first.Headers.GetValues("Link")));
        var found = await (
            await SendAsync(HttpMethod.Get, $"/api/users?limit=1&after={Before(created.GetProperty("id").GetGuid())}", token)
        ).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((email, false), (found[0].GetProperty("email").GetString(), found[0].GetProperty("hasAccepted").GetBoolean()));
    }

    [Fact]
    public async Task Users_NotAnAdministrator_IsForbidden()
    {
        var officer = await given.Host.GivenUserAsync();
        var token = (await TokenAsync(officer.Email!)).GetProperty("accessToken").GetString();
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Post, "/api/users", token, new { })).StatusCode);
    }

    public void Dispose() => client.Dispose();

    // The greatest id below this one, in PostgreSQL's order.
    private static Guid Before(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        for (var i = 15; bytes[i]-- == 0; i--) { }
        return new Guid(bytes, bigEndian: true);
    }
}
