using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Platform.Gateway.SignIn;

/// <summary>
/// Checks sessions against their accounts: a cookie every minute, a bearer token, which lives for an hour, every half minute. A disabled
/// user is signed out, and new roles count. While the accounts cannot be read, requests fail: nobody is taken for signed out, or for signed
/// in.
/// </summary>
internal sealed class CurrentSession(RequestDelegate next, IMemoryCache cache)
{
    private static readonly TimeSpan CookieAge = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BearerAge = TimeSpan.FromSeconds(30);
    private static readonly object Unanswered = new();

    /// <summary>Validates a cookie.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (TimeProvider.System.GetUtcNow() - context.Properties.IssuedUtc < CookieAge)
            return;
        try
        {
            var current = await AskAsync(context.HttpContext, context.Principal!);
            if (current.Identity!.IsAuthenticated)
            {
                context.ReplacePrincipal(current);
                context.ShouldRenew = true;
                return;
            }
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
        catch (Exception e) when (IsOutage(e))
        {
            context.HttpContext.Items[Unanswered] = true;
            context.RejectPrincipal();
        }
    }

    public async Task InvokeAsync(HttpContext http, AccountsContext db)
    {
        try
        {
            if (http.User.Identity?.IsAuthenticated == true && Sessions.HasBearer(http.Request))
                http.User = (
                    await cache.GetOrCreateAsync(
                        (
                            nameof(CurrentSession),
                            http.User.FindFirstValue(ClaimTypes.NameIdentifier),
                            http.User.FindFirstValue(UserPrincipals.StampClaim)
                        ),
                        entry =>
                        {
                            entry.AbsoluteExpirationRelativeToNow = BearerAge;
                            return AskAsync(http, http.User);
                        }
                    )
                )!;
        }
        catch (Exception e) when (IsOutage(e))
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
            http.Items[Unanswered] = true;
        }
        // A cookie that cannot be read may be one whose key cannot be read.
        if (
            http.User.Identity?.IsAuthenticated != true
            && http.Request.Cookies.ContainsKey(Sessions.CookieName)
            && !await db.Database.CanConnectAsync(http.RequestAborted)
        )
            http.Items[Unanswered] = true;
        if (http.Items.ContainsKey(Unanswered) && !StockPages.IsShowing(http))
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else
            await next(http);
    }

    private static async Task<ClaimsPrincipal> AskAsync(HttpContext http, ClaimsPrincipal claimed)
    {
        var signIn = http.RequestServices.GetRequiredService<SignInManager<User>>();
        return await signIn.ValidateSecurityStampAsync(claimed) is { Disabled: false } user
            ? await signIn.CreateUserPrincipalAsync(user)
            : new ClaimsPrincipal(new ClaimsIdentity());
    }

    private static bool IsOutage(Exception e) =>
        e is NpgsqlException or TimeoutException || e.InnerException is NpgsqlException or TimeoutException;
}
