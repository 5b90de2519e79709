using Microsoft.AspNetCore.Identity;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>
/// Sets the password of whoever has the link from an invitation, or from a letter about a forgotten password. Ends all their sessions, and
/// tells them.
/// </summary>
internal sealed class ChoosePassword(
    UserManager<User> users,
    Links links,
    EndSessions end,
    SignInAttempts attempts,
    AccountsContext db,
    TimeProvider time
)
{
    /// <returns>Not found when the link has been used, is too old, or was never one.</returns>
    public async Task<Result<User>> RunAsync(LinkPurpose purpose, string? code, string? password)
    {
        // Of two presses at once, the second finds the account changed.
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await links.FindAsync(code, purpose) is not var (link, user))
            return Result.NotFound;
        var (by, now) = (new Person(user.Id, user.Name), time.GetUtcNow());
        if (user.PasswordHash is not null)
            user.Secure(
                by,
                now,
                "Another password was chosen by a link in a letter, and everybody who was signed in to the account was signed out"
            );
        link.Use(now);
        // Removing and adding save separately; the transaction makes them one.
        user.PasswordHash = null;
        var chosen = AccountAnswers.Of(user, await users.AddPasswordAsync(user, password ?? ""));
        if (!chosen.IsDone)
            return chosen;
        await end.RunAsync(user.Id, SessionEnd.PasswordChanged);
        await attempts.ForgetAsync(user.Id);
        await transaction.CommitAsync();
        return chosen;
    }
}
