using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Platform.Gateway.SignIn;

/// <summary>Begins a session of somebody whose password was right.</summary>
internal sealed class BeginSession(AccountsContext db, SignInNotes note, IHttpContextAccessor http, SessionSettings settings)
{
    /// <returns>The reference to it, for the cookie alone.</returns>
    public async Task<string> RunAsync(Guid userId, string stamp)
    {
        var (reference, now) = (Session.NewReference(), TimeProvider.System.GetUtcNow());
        var device = Device.Of(http.HttpContext!.Request.Headers.UserAgent.ToString());
        db.Add(Session.Begin(reference, userId, stamp, device, now, settings.Longest));
        await note.BeganAsync(userId, device);
        await db.SaveChangesAsync(http.HttpContext.RequestAborted);
        return reference;
    }
}

/// <summary>Signs a browser in, with a new reference in place of the one that it brought.</summary>
internal sealed class SignInBrowser(
    IHttpContextAccessor http,
    EndSession end,
    Halfway halfway,
    SignInAttempts attempts,
    KnownDevices devices,
    IServiceScopeFactory scopes
)
{
    public async Task RunAsync(User user)
    {
        var context = http.HttpContext!;
        if (UserPrincipals.SessionOf(context.User) is { } before)
            await end.RunAsync(UserPrincipals.UserOf(context.User), before, SessionEnd.SignedInAnew);
        // This request's own cookie handler would use the old reference again.
        await using var scope = scopes.CreateAsyncScope();
        var handlers = scope.ServiceProvider.GetRequiredService<IAuthenticationHandlerProvider>();
        var handler = (IAuthenticationSignInHandler)(await handlers.GetHandlerAsync(context, IdentityConstants.ApplicationScheme))!;
        await handler.SignInAsync(UserPrincipals.Of(user), new());
        await attempts.SucceedAsync(user.Id);
        await devices.NoteAsync(user.Id);
        await halfway.EndAsync();
    }
}
