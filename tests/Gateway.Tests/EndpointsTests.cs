using Platform.Contracts;
using Platform.GovUk;

namespace Platform.Gateway.Tests;

public sealed class EndpointsTests(Databases given)
{
    [Fact]
    public async Task Everybody_IsLetInWhereTheyMayBe()
    {
        var person = (await given.Host.GivenUserAsync(Roles.PartnerEditor, "MEL")).Id;
        var assets = GovUkAssets.Stylesheet[..GovUkAssets.Stylesheet.LastIndexOf('/')];
        var forwarded = ServedThings.Of.Values.SelectMany(things => things).SelectMany(thing => (string[])[thing, $"api/{thing}"]);

        const Act? everybody = null;
        const string leadsToSignIn = "200 nobody=302";

        await EndpointTable.AssertAsync(
            given.Host.Services,
            [
                new("GET /health/live", "/health/live", everybody),
                new("GET /health/ready", "/health/ready", everybody),
                new($"GET {assets}/{{file}}", GovUkAssets.Stylesheet, everybody),
                new("GET /.well-known/caller-keys.json", "/.well-known/caller-keys.json", everybody),
                new("GET /.well-known/security.txt", "/.well-known/security.txt", everybody, "404"),
                new("GET /api", "/api", everybody),
                new("GET /api/openapi.json", "/api/openapi.json", everybody),
                .. ((string[])["", "/scalar.js", "/scalar.aspnetcore.js", "/favicon.svg"]).Select(file => new EndpointRow(
                    $"GET /api/reference{file}",
                    file == "" ? "/api/reference/" : $"/api/reference{file}",
                    everybody
                )),
                // The services decide for themselves who may be there.
                new("GET /", "/", everybody),
                .. forwarded.Select(path => new EndpointRow($"GET /{path}/{{**rest}}", $"/{path}/endpoints", everybody)),
                new("GET /about/privacy", "/about/privacy", everybody),
                new("GET /about/record-of-processing", "/about/record-of-processing", everybody),
                new("GET /about/cookies", "/about/cookies", everybody),
                new("GET /about/bank-holidays", "/about/bank-holidays", everybody),
                new("GET /about/contact", "/about/contact", everybody),
                new("GET /about/accessibility", "/about/accessibility", everybody),
                // The page for answers without a body: asked for by its own address, it is not found.
                new("GET /problem", "/problem", everybody, "404"),
                new("GET /account/sign-in", "/account/sign-in", everybody),
                new("POST /account/sign-in", "/account/sign-in", everybody),
                new("POST /account/sign-in", "/account/sign-in?handler=code", everybody),
                new("POST /account/sign-in", "/account/sign-in?handler=setUp", everybody),
                new("GET /account/accept-invitation", $"/account/accept-invitation?user={person}&code=made-up", everybody),
                new("POST /account/accept-invitation", "/account/accept-invitation", everybody),
                new("GET /account/change-password", "/account/change-password", Acts.UseOwnAccount, leadsToSignIn),
                new("POST /account/change-password", "/account/change-password", Acts.UseOwnAccount),
                new("GET /account/sessions", "/account/sessions", Acts.UseOwnAccount, leadsToSignIn),
                new("POST /account/sessions", "/account/sessions", Acts.UseOwnAccount, "404"),
                new("POST /account/sessions", "/account/sessions?handler=others", Acts.UseOwnAccount, "302"),
                new("GET /account/time-left", "/account/time-left", Acts.UseOwnAccount, leadsToSignIn),
                new("POST /account/extend", "/account/extend", Acts.UseOwnAccount),
                new("GET /account/forgotten-password", "/account/forgotten-password", everybody),
                new("POST /account/forgotten-password", "/account/forgotten-password", everybody),
                new("GET /account/reset-password", "/account/reset-password?code=made-up", everybody),
                new("POST /account/reset-password", "/account/reset-password", everybody),
                new("GET /account/confirm-address", "/account/confirm-address?code=made-up", everybody),
                new("POST /account/confirm-address", "/account/confirm-address", everybody),
                new("GET /account/office-sign-in", "/account/office-sign-in", everybody, "404"),
                new("POST /account/office-sign-in", "/account/office-sign-in", everybody, "404"),
                new("GET /account/office-sign-in/callback", "/account/office-sign-in/callback", everybody, "404"),
                new("POST /account/passkey/request", "/account/passkey/request", everybody),
                new("POST /account/sign-in", "/account/sign-in?handler=passkey", everybody),
                new("POST /account/passkey/creation", "/account/passkey/creation", Acts.SecureOwnAccount),
                new("POST /account/passkey/new", "/account/passkey/new", Acts.SecureOwnAccount, "400"),
                new("GET /account", "/account", Acts.UseOwnAccount, leadsToSignIn),
                new("GET /account/confirm", "/account/confirm", Acts.UseOwnAccount, leadsToSignIn),
                new("POST /account/confirm", "/account/confirm", Acts.UseOwnAccount),
                new("POST /account/confirm", "/account/confirm?handler=passkey", Acts.UseOwnAccount),
                new("GET /account/details", "/account/details", Acts.SecureOwnAccount, leadsToSignIn),
                new("POST /account/details", "/account/details", Acts.SecureOwnAccount),
                new("GET /account/authenticator", "/account/authenticator", Acts.SecureOwnAccount, leadsToSignIn),
                new("POST /account/authenticator", "/account/authenticator", Acts.SecureOwnAccount),
                new("POST /account/authenticator", "/account/authenticator?handler=recoveryCodes", Acts.SecureOwnAccount),
                new("POST /account/authenticator", "/account/authenticator?handler=remove", Acts.SecureOwnAccount),
                new("GET /account/passkeys", "/account/passkeys", Acts.SecureOwnAccount, leadsToSignIn),
                new("POST /account/passkeys", "/account/passkeys", Acts.SecureOwnAccount, "302"),
                new("GET /account/subject-access", "/account/subject-access", Acts.AnswerSubject, leadsToSignIn),
                new("POST /account/subject-access", "/account/subject-access", Acts.AnswerSubject),
                new("GET /account/team", "/account/team", Acts.ReadTeam, leadsToSignIn),
                new("POST /account/team", "/account/team", Acts.ReadTeam),
                new("POST /account/team", "/account/team?handler=review", Acts.ReadTeam, "404"),
                // Of nobody whom they know.
                new("GET /account/team/{id:guid}", $"/account/team/{Guid.NewGuid()}", Acts.ManageTeam, "404 nobody=302"),
                new("POST /account/team/{id:guid}", $"/account/team/{Guid.NewGuid()}?handler=deputy", Acts.ManageTeam, "404"),
                new("POST /account/team/{id:guid}", $"/account/team/{Guid.NewGuid()}?handler=remove", Acts.ManageTeam, "404"),
                new("GET /account/people", "/account/people", Acts.ReadPeople, leadsToSignIn),
                new("GET /account/people/review", "/account/people/review", Acts.ReadPeople, leadsToSignIn),
                new("POST /account/people/review", "/account/people/review", Acts.ReadPeople, "404"),
                new("GET /account/people/invite", "/account/people/invite", Acts.ManagePeople, leadsToSignIn),
                new("POST /account/people/invite", "/account/people/invite", Acts.ManagePeople),
                new("GET /account/waiting", "/account/waiting", Acts.ConfirmPeople, leadsToSignIn),
                new("GET /account/people/{id:guid}/waiting", $"/account/people/{person}/waiting", Acts.ConfirmPeople, leadsToSignIn),
                new("POST /account/people/{id:guid}/waiting", $"/account/people/{person}/waiting", Acts.ConfirmPeople),
                new("GET /account/programs", "/account/programs", Acts.ReadPeople, leadsToSignIn),
                new("POST /account/programs", "/account/programs", Acts.ReadPeople, "404"),
                new("GET /account/programs/new", "/account/programs/new", Acts.ManagePeople, leadsToSignIn),
                new("POST /account/programs/new", "/account/programs/new", Acts.ManagePeople),
                new("GET /account/people/{id:guid}", $"/account/people/{person}", Acts.ReadPeople, leadsToSignIn),
                new("GET /account/people/{id:guid}/change", $"/account/people/{person}/change", Acts.ManagePeople, leadsToSignIn),
                new("POST /account/people/{id:guid}/change", $"/account/people/{person}/change", Acts.ManagePeople),
                new(
                    "GET /account/people/{id:guid}/second-factor",
                    $"/account/people/{person}/second-factor",
                    Acts.ManagePeople,
                    leadsToSignIn
                ),
                new("POST /account/people/{id:guid}/second-factor", $"/account/people/{person}/second-factor", Acts.ManagePeople, "302"),
                new("GET /account/people/{id:guid}/disable", $"/account/people/{person}/disable", Acts.ManagePeople, leadsToSignIn),
                new("POST /account/people/{id:guid}/disable", $"/account/people/{person}/disable", Acts.ManagePeople, "302"),
                new("GET /account/people/{id:guid}/enable", $"/account/people/{person}/enable", Acts.ManagePeople, leadsToSignIn),
                new("POST /account/people/{id:guid}/enable", $"/account/people/{person}/enable", Acts.ManagePeople, "302"),
                new("POST /account/people/{id:guid}", $"/account/people/{person}?handler=inviteAgain", Acts.ReadPeople),
                new("POST /account/people/{id:guid}", $"/account/people/{person}?handler=unlock", Acts.ReadPeople, "302"),
                new("POST /account/people/{id:guid}", $"/account/people/{person}?handler=endSession", Acts.ReadPeople, "404"),
                new("POST /account/people/{id:guid}", $"/account/people/{person}?handler=endSessions", Acts.ReadPeople, "302"),
                new("POST /api/tokens", "/api/tokens", everybody, "400"),
                new("GET /api/users/me", "/api/users/me", Acts.UseOwnAccount),
                new("POST /api/users/me/confirmation", "/api/users/me/confirmation", Acts.UseOwnAccount, "422", new { Proof = "" }),
                new("GET /api/users/me/sessions", "/api/users/me/sessions", Acts.UseOwnAccount),
                new("DELETE /api/users/me/sessions/{id}", "/api/users/me/sessions/x", Acts.UseOwnAccount, "404"),
                new("DELETE /api/users/me/sessions", "/api/users/me/sessions", Acts.UseOwnAccount, "204"),
                new("GET /api/users", "/api/users", Acts.ManagePeople),
                new("POST /api/users", "/api/users", Acts.ManagePeople, "422", new { }),
                // Last, because it signs the caller out.
                new("GET /account/sign-out", "/account/sign-out", everybody),
                new("POST /account/sign-out", "/account/sign-out", everybody, "302"),
            ],
            BecomeAsync,
            matrix: "tests/Gateway.Tests/access.txt"
        );
    }

    private async Task<Ask> BecomeAsync(string? role, string? partnership)
    {
        var browser = role is null ? new Browser(given.Host.Address) : await given.Host.GivenSignedInAsync(role, partnership);
        return (method, address, content) =>
            browser.SendAsync(method, address, content, method == HttpMethod.Get ? null : "same-origin", []);
    }
}
