using System.Security.Claims;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.SignIn;

/// <summary>What the warning before a session runs out asks for: how long it has left, and that it goes on.</summary>
internal static class TimeLeft
{
    /// <summary>Asking how long is left does not use the session: another window may have used it.</summary>
    public static readonly PathString Path = SessionTime.LeftPath;

    /// <summary>An answer.</summary>
    /// <param name="Seconds">How many seconds the session has left if it is not used again.</param>
    public sealed record Answer(int Seconds);

    /// <summary>How many seconds somebody's session has left if it is not used again; null for somebody who is not signed in.</summary>
    public static int? Of(ClaimsPrincipal user) =>
        UserPrincipals.UntilOf(user) is { } until ? (int)(until - TimeProvider.System.GetUtcNow()).TotalSeconds : null;

    public static void MapTimeLeft(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("").May(Acts.UseOwnAccount).ExcludeFromDescription();
        own.MapGet(SessionTime.LeftPath, (ClaimsPrincipal user) => new Answer(Of(user) ?? 0));
        own.MapPost(SessionTime.ExtendPath, (ClaimsPrincipal user) => new Answer(Of(user) ?? 0));
    }
}
