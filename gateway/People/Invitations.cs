using Microsoft.AspNetCore.Identity;

namespace Platform.Gateway.People;

/// <summary>
/// One-time links with which invited people choose their password. A link works once: it is bound to the account's security stamp.
/// </summary>
internal sealed class Invitations(UserManager<User> users, IHttpContextAccessor http, IConfiguration configuration)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private const string Purpose = "accept-invitation";

    /// <summary>A link for somebody who has not chosen a password yet.</summary>
    public async Task<string> LinkAsync(User user)
    {
        var request = http.HttpContext!.Request;
        var address = configuration["Platform:PublicAddress"]?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        var code = await users.GenerateUserTokenAsync(user, TokenOptions.DefaultProvider, Purpose);
        return $"{address}/account/accept-invitation?user={user.Id}&code={Uri.EscapeDataString(code)}";
    }

    /// <summary>The user that an unused link is for.</summary>
    public async Task<User?> FindAsync(Guid id, string? code) =>
        await users.FindByIdAsync(id.ToString()) is { Disabled: false, HasAccepted: false } user
        && await users.VerifyUserTokenAsync(user, TokenOptions.DefaultProvider, Purpose, code ?? "")
            ? user
            : null;
}
