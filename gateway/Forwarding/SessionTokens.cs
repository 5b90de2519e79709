using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.Forwarding;

/// <summary>
/// The caller tokens of each session, renewed every half minute: tokens are valid for a minute. Once it has ended nobody asks for them.
/// </summary>
internal sealed class SessionTokens(CallerSigner signer, IMemoryCache cache)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    /// <summary>The token for a service; null for somebody who is not signed in.</summary>
    public string? For(ClaimsPrincipal user, string service)
    {
        var caller = Caller.From(user, default);
        if (caller.Person.UserId == Guid.Empty)
            return null;
        var confirmed = user.FindFirstValue(Confirmation.Claim);
        var key = (
            nameof(SessionTokens),
            service,
            confirmed,
            caller.Person,
            UserPrincipals.SessionOf(user),
            caller.Partnership,
            string.Join(',', caller.Roles)
        );
        return cache.GetOrCreate(
            key,
            entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = KeptFor;
                return signer.Issue(service, caller.Person, caller.Roles, caller.Partnership, TimeProvider.System.GetUtcNow(), confirmed);
            }
        );
    }
}
