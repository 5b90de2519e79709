using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Platform.Gateway.SignIn;

/// <summary>Somebody whose password was right, or who came from the office's sign-in, and who has still to give a second factor.</summary>
internal sealed class Halfway(UserManager<User> users, SessionSettings settings, IHttpContextAccessor http)
{
    private HttpContext Http => http.HttpContext!;

    public Task BeginAsync(User user) => Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, UserPrincipals.Of(user));

    /// <summary>Who that is; null for nobody, and where their account has changed since.</summary>
    public async Task<User?> FindAsync()
    {
        var answer = await Http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return
            answer.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            && await users.FindByIdAsync(id) is { Disabled: false } user
            && user.SecurityStamp == UserPrincipals.StampOf(answer.Principal)
            ? user
            : null;
    }

    public Task EndAsync() =>
        Http.Request.Cookies.ContainsKey(settings.HalfwayCookie)
            ? Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme)
            : Task.CompletedTask;
}
