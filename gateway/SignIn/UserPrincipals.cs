using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.SignIn;

/// <summary>
/// What a session says about its user: the claims that make a caller, and the security stamp, which changes when the account is disabled or
/// changed.
/// </summary>
internal sealed class UserPrincipals : IUserClaimsPrincipalFactory<User>
{
    /// <summary>The claim that holds the security stamp, where Identity looks for it.</summary>
    public static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    public Task<ClaimsPrincipal> CreateAsync(User user)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, user.Id.ToString()),
            new(ClaimTypes.Name, user.Name),
            new(StampClaim, user.SecurityStamp!),
        ];
        claims.AddRange(user.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        if (user.Partnership is { } partnership)
            claims.Add(new(Caller.PartnershipClaim, partnership.Code));
        return Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)));
    }
}
