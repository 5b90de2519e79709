using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn;

/// <summary>
/// Changes the caller's own password, which ends all their sessions: the page that it was typed on begins a new one. A wrong current one
/// counts towards the lockout, as at signing in.
/// </summary>
internal sealed class ChangePassword(UserManager<User> users, CheckPassword check, EndSessions end, AccountsContext db, Caller caller)
{
    public async Task<Result<User>> RunAsync(string? current, string? password, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(current))
            return Wrong("Enter your current password");
        var own = await users.FindByIdAsync(caller.Person.UserId.ToString());
        if (await check.RunAsync(own?.Email, current, cancellationToken) is not { } user)
            return Wrong("Enter the password that you have now. After 5 wrong passwords you can try again 15 minutes later");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        user.Secure(
            caller.Person,
            caller.At,
            "The password was changed, and everybody else who was signed in to the account was signed out"
        );
        var changed = AccountAnswers.Of(user, await users.ChangePasswordAsync(user, current, password ?? ""));
        if (!changed.IsDone)
            return changed;
        await end.RunAsync(user.Id, SessionEnd.PasswordChanged);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    private static Result Wrong(string why) => Result.Of([new("Current", why)]);
}
