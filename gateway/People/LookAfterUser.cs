using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>Lets a locked-out person try again at once, from everywhere.</summary>
internal sealed class UnlockUser(UserManager<User> users, SignInAttempts attempts, Caller caller)
{
    public async Task<Result> RunAsync(Guid id)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return Result.NotFound;
        await attempts.ForgetAsync(id);
        user.Note(caller.Person, caller.At, "The account was unlocked: its owner can try to sign in again");
        return AccountAnswers.Of(user, await users.UpdateAsync(user)).Outcome;
    }
}

/// <summary>
/// Takes a person's second factors away, for somebody who has lost them: they still need their password, and set up another at the next
/// sign-in.
/// </summary>
internal sealed class ForgetSecondFactors(UserManager<User> users, EndSessions end, AccountsContext db, Caller caller)
{
    public async Task<Result> RunAsync(Guid id)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return Result.NotFound;
        if (id == caller.Person.UserId)
            return Result.Refused("own-account", "You cannot take away your own second factor here: ask another administrator");
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var passkey in await users.GetPasskeysAsync(user))
            await users.RemovePasskeyAsync(user, passkey.CredentialId);
        user.ForgetAuthenticator();
        user.Note(
            caller.Person,
            caller.At,
            "The authenticator app, recovery codes and passkeys were taken away: the next sign-in asks to set up a new app"
        );
        var done = AccountAnswers.Of(user, await users.UpdateSecurityStampAsync(user));
        if (!done.IsDone)
            return done.Outcome;
        await end.RunAsync(id, SessionEnd.AccountChanged);
        await transaction.CommitAsync();
        return Result.Done;
    }
}
