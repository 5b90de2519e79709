using System.Security.Claims;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn;

/// <summary>Where somebody is signed in, and ending that.</summary>
internal static class SessionsApi
{
    /// <summary>A session that goes on.</summary>
    /// <param name="Id">The session's id.</param>
    /// <param name="Device">The device in plain words: "Chrome on Windows".</param>
    /// <param name="BegunAt">When the person signed in.</param>
    /// <param name="LastUsedAt">When it was last used, to the minute.</param>
    /// <param name="LastsUntil">When it ends, however much it is used.</param>
    /// <param name="IsThis">Whether it is the one that asks.</param>
    public sealed record Listed(
        string Id,
        string Device,
        DateTimeOffset BegunAt,
        DateTimeOffset LastUsedAt,
        DateTimeOffset LastsUntil,
        bool IsThis
    );

    public static void MapSessionsApi(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api/users/me/sessions").May(Acts.UseOwnAccount).WithTags("Accounts");
        own.MapGet("", ListAsync).WithSummary("List where the caller is signed in");
        own.MapDelete("/{id}", EndAsync)
            .WithSummary("End one of the caller's sessions")
            .WithDescription("Also the one that asks. Its cookie or tokens are refused from then on.")
            .WithParameter("id", "The session's id, as it is listed.")
            .Produces(204)
            .ProducesProblem(404);
        app.MapPost("/api/users/me/confirmation", ConfirmAsync)
            .May(Acts.UseOwnAccount)
            .RequireRateLimiting(SignInLimit.Policy)
            .WithTags("Accounts")
            .WithSummary("Give the password or a second factor again")
            .WithDescription(
                "Needed before signing, certifying, submitting and giving roles: those answer 401 with the error "
                    + "insufficient_user_authentication (RFC 9470) without it. It counts for some minutes."
            )
            .Produces(204)
            .ProducesValidationProblem(422)
            .ProducesProblem(429);
        own.MapDelete("", EndOthersAsync).WithSummary("End all of the caller's sessions but the one that asks").Produces(204);
    }

    private static async Task<List<Listed>> ListAsync(
        Caller caller,
        ClaimsPrincipal user,
        OpenSessions open,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await open.OfAsync(caller.Person.UserId, cancellationToken)).Select(s => new Listed(
                s.Id,
                s.Device,
                s.BegunAt,
                s.LastUsedAt,
                s.LastsUntil,
                s.Id == UserPrincipals.SessionOf(user)
            )),
        ];

    /// <summary>A proof of who is calling.</summary>
    /// <param name="Proof">Their password, or a code of their authenticator app.</param>
    public sealed record Confirmation(string Proof);

    private static async Task<IResult> ConfirmAsync(Confirmation typed, ConfirmPerson confirm, CancellationToken cancellationToken) =>
        (await confirm.RunAsync(typed.Proof, cancellationToken)).Problem() ?? TypedResults.NoContent();

    private static async Task<IResult> EndAsync(string id, Caller caller, EndSession end) =>
        (await end.RunAsync(caller.Person.UserId, id, SessionEnd.EndedByOwner)).Problem() ?? TypedResults.NoContent();

    private static async Task<IResult> EndOthersAsync(Caller caller, ClaimsPrincipal user, EndSessions end)
    {
        await end.RunAsync(caller.Person.UserId, SessionEnd.EndedByOwner, UserPrincipals.SessionOf(user));
        return TypedResults.NoContent();
    }
}
