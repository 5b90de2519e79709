using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>Confirms or drops, as the second person, what somebody asked to change of an account.</summary>
internal sealed class ConfirmChange(UserManager<User> users, EndSessions end, AccountsContext db, Caller caller)
{
    /// <param name="id">Whose account.</param>
    /// <param name="version">The version that the second person was looking at.</param>
    /// <param name="isRight">Whether the change is to count.</param>
    public async Task<Result<User>> RunAsync(Guid id, int version, bool isRight)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return Result.NotFound;
        var may = user.MayConfirm(caller.Person, caller.Roles);
        // Whoever asked for it may drop it.
        var isOwn = !isRight && user.Waiting?.By.UserId == caller.Person.UserId;
        if (!may.IsDone && !isOwn)
            return may;
        if (user.Version != version)
            return Result.Stale;
        await using var transaction = await db.Database.BeginTransactionAsync();
        var isOther = false;
        if (isRight)
            isOther = user.Confirm(caller.Person, caller.At);
        else
            user.Refuse(caller.Person, caller.At);
        var done = AccountAnswers.Of(user, await users.UpdateAsync(user));
        if (!done.IsDone)
            return done;
        if (isOther)
            await end.RunAsync(id, SessionEnd.AccountChanged);
        await transaction.CommitAsync();
        return done;
    }
}
