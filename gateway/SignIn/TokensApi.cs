using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.SignIn;

/// <summary>
/// How programs sign in: Identity's bearer tokens, which refer to a session and end with it. A wrong password counts towards the lockout
/// here too.
/// </summary>
internal static class TokensApi
{
    public const string Path = "/api/tokens";

    /// <summary>How a program signs in.</summary>
    /// <param name="Email">The account's e-mail address.</param>
    /// <param name="Password">The account's password.</param>
    public sealed record TokenRequest(string Email, string Password);

    /// <summary>How a program stays signed in.</summary>
    /// <param name="RefreshToken">The refresh token of the last answer.</param>
    public sealed record RefreshRequest(string RefreshToken);

    /// <summary>Who is calling.</summary>
    /// <param name="Id">The user id.</param>
    /// <param name="Name">What people call them.</param>
    /// <param name="Partnership">Their partnership's code; null for the commissioner's office.</param>
    /// <param name="Roles">Their roles.</param>
    public sealed record Me(Guid Id, string Name, string? Partnership, IReadOnlyList<string> Roles);

    public static void MapTokensApi(this IEndpointRouteBuilder app)
    {
        var tokens = app.MapGroup(Path).AllowAnonymous().RequireRateLimiting(SignInLimit.Policy).WithTags("Tokens");
        tokens
            .MapPost("", SignInAsync)
            .WithSummary("Sign in: get an access token and a refresh token")
            .WithDescription("401 for a wrong e-mail address or password. Wrong passwords count towards the account's lockout.")
            .Produces<AccessTokenResponse>()
            .ProducesProblem(401)
            .ProducesProblem(429);
        tokens
            .MapPost("/refresh", RefreshAsync)
            .WithSummary("Get new tokens for a refresh token")
            .WithDescription("401 once the session has ended: nothing was asked for an hour, it is 12 hours old, or it was ended.")
            .Produces<AccessTokenResponse>()
            .ProducesProblem(401)
            .ProducesProblem(429);
        app.MapGet(
                "/api/users/me",
                (Caller caller) => new Me(caller.Person.UserId, caller.Person.Name, caller.Partnership?.Code, caller.Roles)
            )
            .May(Acts.UseOwnAccount)
            .WithTags("Accounts")
            .WithSummary("Get who is calling");
    }

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> SignInAsync(
        TokenRequest request,
        CheckPassword check,
        BeginSession begin,
        CancellationToken cancellationToken
    ) =>
        await check.RunAsync(request.Email, request.Password, cancellationToken) is { } user
            ? Tokens(await begin.RunAsync(user.Id, user.SecurityStamp!))
            : TypedResults.Problem(CheckPassword.Refused + ".", statusCode: 401);

    private static async Task<Results<SignInHttpResult, ProblemHttpResult>> RefreshAsync(
        RefreshRequest request,
        OpenSessions open,
        IOptionsMonitor<BearerTokenOptions> options,
        CancellationToken cancellationToken
    )
    {
        var ticket = options.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(request.RefreshToken);
        return
            ticket?.Properties.ExpiresUtc > TimeProvider.System.GetUtcNow()
            && UserPrincipals.ReferenceOf(ticket.Principal) is { } reference
            && await open.FindAsync(reference, isUse: true, cancellationToken) is not null
            ? Tokens(reference)
            : TypedResults.Problem("Sign in again: the refresh token has ended.", statusCode: 401);
    }

    private static SignInHttpResult Tokens(string reference) =>
        TypedResults.SignIn(UserPrincipals.Of(reference), authenticationScheme: IdentityConstants.BearerScheme);
}
