using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.Clients;

/// <summary>How programs sign in: client credentials (RFC 6749, section 4.4). No password of a person makes a token.</summary>
internal static class TokensApi
{
    public const string Path = "/api/tokens";

    /// <summary>How long an access token can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>An access token.</summary>
    /// <param name="AccessToken">Goes into the header Authorization, after "Bearer".</param>
    /// <param name="TokenType">"Bearer".</param>
    /// <param name="ExpiresIn">For how many seconds it can be used.</param>
    public sealed record Token(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn
    );

    /// <summary>Why there is none.</summary>
    /// <param name="Error">A code of RFC 6749, section 5.2.</param>
    /// <param name="ErrorDescription">What to do about it.</param>
    public sealed record Refusal(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string ErrorDescription
    );

    /// <summary>Who is calling.</summary>
    /// <param name="Id">The user id, or the client id.</param>
    /// <param name="Name">What people call them.</param>
    /// <param name="Partnership">Their partnership's code; null for the commissioner's office.</param>
    /// <param name="Roles">Their roles.</param>
    public sealed record Me(Guid Id, string Name, string? Partnership, IReadOnlyList<string> Roles);

    public static void MapTokensApi(this IEndpointRouteBuilder app)
    {
        app.MapPost(Path, SignInAsync)
            .AllowAnonymous()
            .RequireRateLimiting(SignInLimit.Policy)
            .WithTags("Tokens")
            .DisableAntiforgery()
            .WithSummary("Get an access token for a program")
            .WithDescription(
                "OAuth 2 client credentials (RFC 6749, section 4.4): a form with grant_type=client_credentials, client_id and "
                    + "client_secret, or the two in the header Authorization: Basic. An administrator registers programs. 401 for a "
                    + "wrong or revoked one."
            )
            .Produces<Token>()
            .Produces<Refusal>(400)
            .Produces<Refusal>(401)
            .ProducesProblem(429);
        app.MapGet(
                "/api/users/me",
                (Caller caller) => new Me(caller.Person.UserId, caller.Person.Name, caller.Partnership?.Code, caller.Roles)
            )
            .May(Acts.UseOwnAccount)
            .WithTags("Accounts")
            .WithSummary("Get who is calling");
    }

    private static async Task<IResult> SignInAsync(
        HttpRequest request,
        [FromForm(Name = "grant_type")] string? grantType,
        [FromForm(Name = "client_id")] string? clientId,
        [FromForm(Name = "client_secret")] string? clientSecret,
        AccountsContext db,
        TimeProvider time,
        IOptionsMonitor<BearerTokenOptions> options,
        CancellationToken cancellationToken
    )
    {
        if (grantType != "client_credentials")
            return Refused(400, "unsupported_grant_type", "grant_type must be client_credentials: passwords of people make no tokens.");
        var (id, secret) = Basic(request) ?? (clientId, clientSecret);
        var client = Guid.TryParse(id, out var known)
            ? await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == known, cancellationToken)
            : null;
        if (client?.Knows(secret, time.GetUtcNow()) != true)
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Basic";
            return Refused(401, "invalid_client", "The client id or secret is wrong, or the program was revoked or has run out.");
        }
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var ticket = new AuthenticationTicket(
            UserPrincipals.OfClient(client.Id),
            new() { ExpiresUtc = TimeProvider.System.GetUtcNow() + Lifetime },
            $"{IdentityConstants.BearerScheme}:AccessToken"
        );
        var token = options.Get(IdentityConstants.BearerScheme).BearerTokenProtector.Protect(ticket);
        return TypedResults.Ok(new Token(token, "Bearer", (int)Lifetime.TotalSeconds));
    }

    private static JsonHttpResult<Refusal> Refused(int status, string error, string why) =>
        TypedResults.Json(new Refusal(error, why), statusCode: status);

    private static (string? Id, string? Secret)? Basic(HttpRequest request)
    {
        if (
            !AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || header is not { Scheme: "Basic", Parameter: { } coded }
        )
            return null;
        var bytes = new byte[coded.Length];
        return
            Convert.TryFromBase64String(coded, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var id, var secret]
            ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret))
            : null;
    }
}
