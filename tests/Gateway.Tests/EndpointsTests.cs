using Platform.Contracts;
using Platform.GovUk;

namespace Platform.Gateway.Tests;

public sealed class EndpointsTests(Databases given)
{
    private const string Anybody = "200 200 200 200 200 200 200 200";
    private const string SignedIn = "302 200 200 200 200 200 200 200";
    private const string Administrator = "302 403 403 403 403 403 403 403 200";

    // The sign-in page that keeps what was sent.
    private const string AdministratorsForm = "401 403 403 403 403 403 403 403 200";

    [Fact]
    public async Task Everybody_IsLetInWhereTheyMayBe()
    {
        var person = (await given.Host.GivenUserAsync(Roles.PartnerEditor, "MEL")).Id;
        var assets = GovUkAssets.Stylesheet[..GovUkAssets.Stylesheet.LastIndexOf('/')];
        var forwarded = ServedThings.Of.Values.SelectMany(things => things).SelectMany(thing => (string[])[thing, $"api/{thing}"]);

        // Nobody, another partnership's lead, editor, lead, chair, officer, the rest of the office, board, administrator.
        await EndpointTable.AssertAsync(
            given.Host.Services,
            [
                new("GET /health/live", "/health/live", Anybody),
                new("GET /health/ready", "/health/ready", Anybody),
                new($"GET {assets}/{{file}}", GovUkAssets.Stylesheet, Anybody),
                .. ((string[])["", "/openapi.json", "/scalar.js", "/scalar.aspnetcore.js", "/favicon.svg"]).Select(file => new EndpointRow(
                    $"GET /api{file}",
                    file == "" ? "/api/" : $"/api{file}",
                    Anybody
                )),
                // The services decide for themselves who may be there.
                new("GET /", "/", Anybody),
                .. forwarded.Select(path => new EndpointRow($"GET /{path}/{{**rest}}", $"/{path}/endpoints", Anybody)),
                new("GET /about/privacy", "/about/privacy", Anybody),
                new("GET /about/cookies", "/about/cookies", Anybody),
                new("GET /about/contact", "/about/contact", Anybody),
                new("GET /about/accessibility", "/about/accessibility", Anybody),
                // The page of answers without words: who asks for it by its address finds nothing.
                new("GET /problem", "/problem", "404 404 404 404 404 404 404 404"),
                new("GET /account/sign-in", "/account/sign-in", Anybody),
                new("POST /account/sign-in", "/account/sign-in", Anybody),
                new("GET /account/accept-invitation", $"/account/accept-invitation?user={person}&code=made-up", Anybody),
                new("POST /account/accept-invitation", "/account/accept-invitation", Anybody),
                new("GET /account/change-password", "/account/change-password", SignedIn),
                new("POST /account/change-password", "/account/change-password", "401 200 200 200 200 200 200 200"),
                new("GET /account/people", "/account/people", Administrator),
                new("GET /account/people/invite", "/account/people/invite", Administrator),
                new("POST /account/people/invite", "/account/people/invite", AdministratorsForm),
                new("GET /account/people/{id:guid}", $"/account/people/{person}", Administrator),
                new("GET /account/people/{id:guid}/change", $"/account/people/{person}/change", Administrator),
                new("POST /account/people/{id:guid}/change", $"/account/people/{person}/change", AdministratorsForm),
                new("GET /account/people/{id:guid}/disable", $"/account/people/{person}/disable", Administrator),
                new("POST /account/people/{id:guid}/disable", $"/account/people/{person}/disable", "401 403 403 403 403 403 403 403 302"),
                new("POST /account/people/{id:guid}", $"/account/people/{person}?handler=enable", "401 403 403 403 403 403 403 403 302"),
                new("POST /api/tokens", "/api/tokens", "401 401 401 401 401 401 401 401", new { Email = "", Password = "" }),
                new("POST /api/tokens/refresh", "/api/tokens/refresh", "401 401 401 401 401 401 401 401", new { RefreshToken = "" }),
                new("GET /api/users/me", "/api/users/me", "401 200 200 200 200 200 200 200"),
                new("GET /api/users", "/api/users", "401 403 403 403 403 403 403 403 200"),
                new("POST /api/users", "/api/users", "401 403 403 403 403 403 403 403 422", new { }),
                // Last: whoever asks this is nobody from then on.
                new("GET /account/sign-out", "/account/sign-out", Anybody),
                new("POST /account/sign-out", "/account/sign-out", "302 302 302 302 302 302 302 302"),
            ],
            BecomeAsync
        );
    }

    private async Task<Ask> BecomeAsync(string? role, string? partnership)
    {
        var browser = role is null ? new Browser(given.Host.Address) : await given.Host.GivenSignedInAsync(role, partnership);
        return (method, address, content) =>
            browser.SendAsync(method, address, content, method == HttpMethod.Get ? null : "same-origin", []);
    }
}
