using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.SignIn;

/// <summary>What a request says about its user: the claims that make a caller, and the session that they came by.</summary>
internal static class UserPrincipals
{
    private const string Stamp = "stamp";
    private const string SessionId = "session";
    private const string Until = "until";
    private const string ClientId = "client";

    /// <summary>Somebody who is about to begin a session.</summary>
    public static ClaimsPrincipal Of(User user) =>
        Of([new(ClaimTypes.NameIdentifier, user.Id.ToString()), new(Stamp, user.SecurityStamp!)]);

    /// <summary>Somebody who has one.</summary>
    /// <param name="user">Who.</param>
    /// <param name="session">The id of the session.</param>
    /// <param name="until">When it ends if it is not used again.</param>
    /// <param name="today">Which roles they have depends on the day: of a deputy.</param>
    /// <param name="confirmedUntil">Until when it counts that they have proved again who they are; null where it does not.</param>
    public static ClaimsPrincipal Of(User user, string session, DateTimeOffset until, DateOnly today, DateTimeOffset? confirmedUntil)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, user.Id.ToString()),
            new(ClaimTypes.Name, user.Name),
            new(SessionId, session),
            new(Until, until.ToString("O", CultureInfo.InvariantCulture)),
        ];
        if (confirmedUntil is { } confirmed)
            claims.Add(new(Confirmation.Claim, confirmed.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        claims.AddRange(user.RolesOn(today).Select(role => new Claim(ClaimTypes.Role, role)));
        if (user.Partnership is { } partnership)
            claims.Add(new(Caller.PartnershipClaim, partnership.Code));
        return Of(claims);
    }

    /// <summary>What the bearer token of a program holds.</summary>
    public static ClaimsPrincipal OfClient(Guid id) => Of([new Claim(ClientId, id.ToString())]);

    /// <summary>A program, as it is registered now.</summary>
    public static ClaimsPrincipal Of(Client client)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, client.Id.ToString()),
            new(ClaimTypes.Name, client.Name),
            new(ClientId, client.Id.ToString()),
            new(ClaimTypes.Role, client.Role),
        ];
        if (client.Partnership is { } partnership)
            claims.Add(new(Caller.PartnershipClaim, partnership.Code));
        return Of(claims);
    }

    public static Guid UserOf(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static string StampOf(ClaimsPrincipal user) => user.FindFirstValue(Stamp)!;

    /// <summary>The id of their session; null for somebody who is not signed in.</summary>
    public static string? SessionOf(ClaimsPrincipal user) => user.FindFirstValue(SessionId);

    /// <summary>Which program a bearer token is of; null for a person, and for nobody.</summary>
    public static Guid? ClientOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(ClientId), out var id) ? id : null;

    /// <summary>When their session ends if it is not used again; null for somebody who is not signed in.</summary>
    public static DateTimeOffset? UntilOf(ClaimsPrincipal user) =>
        user.FindFirstValue(Until) is { } until ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) : null;

    private static ClaimsPrincipal Of(IEnumerable<Claim> claims) => new(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
}
