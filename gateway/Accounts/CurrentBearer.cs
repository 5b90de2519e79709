using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;

namespace Platform.Gateway.Accounts;

/// <summary>Holds bearer tokens, which live for an hour, against the account every half minute: a disabled user is out, a new role is in.</summary>
internal sealed class CurrentBearer(RequestDelegate next, IMemoryCache cache)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated == true && Sessions.HasBearer(http.Request))
            http.User = (await cache.GetOrCreateAsync(
                (nameof(CurrentBearer), http.User.FindFirstValue(ClaimTypes.NameIdentifier), http.User.FindFirstValue(UserPrincipals.StampClaim)), entry =>
                {
                    entry.AbsoluteExpirationRelativeToNow = Between;
                    return AskAsync(http);
                }))!;
        await next(http);
    }

    private static async Task<ClaimsPrincipal> AskAsync(HttpContext http)
    {
        var signIn = http.RequestServices.GetRequiredService<SignInManager<User>>();
        return await signIn.ValidateSecurityStampAsync(http.User) is { Disabled: false } user ? await signIn.CreateUserPrincipalAsync(user) : new ClaimsPrincipal(new ClaimsIdentity());
    }
}
