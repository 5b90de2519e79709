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
    private const string Reference = "reference";

    /// <summary>Somebody who is about to begin a session.</summary>
    public static ClaimsPrincipal Of(User user) =>
        Of([new(ClaimTypes.NameIdentifier, user.Id.ToString()), new(Stamp, user.SecurityStamp!)]);

    /// <summary>Somebody who has one.</summary>
    public static ClaimsPrincipal Of(User user, string session, DateTimeOffset until)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, user.Id.ToString()),
            new(ClaimTypes.Name, user.Name),
            new(SessionId, session),
            new(Until, until.ToString("O", CultureInfo.InvariantCulture)),
        ];
        claims.AddRange(user.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        if (user.Partnership is { } partnership)
            claims.Add(new(Caller.PartnershipClaim, partnership.Code));
        return Of(claims);
    }

    /// <summary>What a bearer token holds.</summary>
    public static ClaimsPrincipal Of(string reference) => Of([new Claim(Reference, reference)]);

    public static Guid UserOf(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static string StampOf(ClaimsPrincipal user) => user.FindFirstValue(Stamp)!;

    /// <summary>The id of their session; null for somebody who is not signed in.</summary>
    public static string? SessionOf(ClaimsPrincipal user) => user.FindFirstValue(SessionId);

    /// <summary>What a bearer token refers to; null where there is none.</summary>
    public static string? ReferenceOf(ClaimsPrincipal? user) => user?.FindFirstValue(Reference);

    /// <summary>When their session ends if it is not used again; null for somebody who is not signed in.</summary>
    public static DateTimeOffset? UntilOf(ClaimsPrincipal user) =>
        user.FindFirstValue(Until) is { } until ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) : null;

    private static ClaimsPrincipal Of(IEnumerable<Claim> claims) => new(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
}
