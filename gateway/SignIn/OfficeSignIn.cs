using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Platform.Gateway.SignIn;

/// <summary>
/// The office's own sign-in, by OpenID Connect: Entra ID and others. It says who somebody is; what they may do is given here. On where
/// <c>OfficeSignIn:Authority</c> is set.
/// </summary>
internal sealed class OfficeSignIn(UserManager<User> users, AccountsContext db, IConfiguration configuration, TimeProvider time)
{
    /// <summary>The scheme.</summary>
    public const string Scheme = "office";

    /// <summary>What it is called on the button; null where there is none.</summary>
    public string? Name => IsOn(configuration) ? configuration["OfficeSignIn:Name"] ?? "your office account" : null;

    public static bool IsOn(IConfiguration configuration) => configuration["OfficeSignIn:Authority"] is { Length: > 0 };

    /// <summary>Where people are sent; null where there is none.</summary>
    public static string? Origin(IConfiguration configuration) =>
        IsOn(configuration) ? new Uri(configuration["OfficeSignIn:Authority"]!).GetLeftPart(UriPartial.Authority) : null;

    /// <summary>
    /// The account of somebody who comes from there: by who they are there, or the first time by their e-mail address, if the provider says
    /// that it is theirs.
    /// </summary>
    /// <returns>Null for somebody without an account, and for a disabled one.</returns>
    public async Task<User?> FindAsync(ClaimsPrincipal from)
    {
        if (from.FindFirst("sub") is not { } subject)
            return null;
        var id = $"{subject.Issuer} {subject.Value}";
        if (db.Users.SingleOrDefault(u => u.OfficeSignIn == id) is { } known)
            return known.Disabled ? null : known;
        if (from.FindFirstValue("email") is not { } email || !IsVerified(from))
            return null;
        // An address of one account is not taken over by another person there.
        if (await users.FindByEmailAsync(email) is not { Disabled: false, OfficeSignIn: null, Partnership: null } user)
            return null;
        user.ComeFromOffice(id);
        user.Secure(
            new(user.Id, user.Name),
            time.GetUtcNow(),
            $"You signed in with {Name} for the first time: from now on it opens this account"
        );
        await db.SaveChangesAsync();
        return user;
    }

    /// <summary>Whether the provider says that it asked for a second factor (RFC 8176).</summary>
    public static bool HasSecondFactor(ClaimsPrincipal from) => from.FindAll("amr").Any(c => c.Value == "mfa");

    // Entra says it of the domain: xms_edov.
    private static bool IsVerified(ClaimsPrincipal from) =>
        from.FindFirstValue("email_verified") is "true" or "True" || from.FindFirstValue("xms_edov") is "1" or "true" or "True";
}
