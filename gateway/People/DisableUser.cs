using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>Ends a person's sessions, and stops them from signing in.</summary>
internal sealed class DisableUser(UserManager<User> users, EndSessions end, AccountsContext db, Caller caller)
{
    public async Task<Result<User>> RunAsync(Guid id)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return Result.NotFound;
        if (user.MayDisable(caller.Person) is { IsDone: false } refused)
            return refused;
        await using var transaction = await db.Database.BeginTransactionAsync();
        user.Disable(caller.Person, caller.At);
        var disabled = AccountAnswers.Of(user, await users.UpdateSecurityStampAsync(user));
        if (disabled.IsDone)
        {
            await end.RunAsync(id, SessionEnd.AccountDisabled);
            await transaction.CommitAsync();
        }
        // Pressed twice at once: the other press has done it.
        return disabled.Outcome.Kind == ResultKind.Stale && await users.Users.AnyAsync(u => u.Id == id && u.Disabled) ? user : disabled;
    }
}

/// <summary>Lets a disabled person in again, with the password they had.</summary>
internal sealed class EnableUser(UserManager<User> users, Caller caller)
{
    public async Task<Result<User>> RunAsync(Guid id)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return Result.NotFound;
        user.Enable(caller.Person, caller.At);
        return AccountAnswers.Of(user, await users.UpdateAsync(user));
    }
}
