using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>Changes what an account says. Other roles, or another partnership, end the person's sessions.</summary>
internal sealed class ChangeUser(UserManager<User> users, EndSessions end, AccountsContext db, Caller caller)
{
    /// <param name="id">Whose account.</param>
    /// <param name="version">The version that the administrator was looking at.</param>
    /// <param name="typed">What it is to say.</param>
    public async Task<Result<User>> RunAsync(Guid id, int version, TypedAccount typed)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return Result.NotFound;
        var problems = new List<Problem>();
        if (AccountDetails.Read(typed, problems) is not { } details)
            return Result.Of(problems);
        if (user.Version != version)
            return Result.Stale;
        if (user.Id == caller.Person.UserId && !user.Roles.ToHashSet().SetEquals(details.Roles))
            return new Result(
                ResultKind.Refused,
                "own-account",
                [new(nameof(typed.Roles), "You cannot change what you can do yourself: ask another administrator")]
            );
        await using var transaction = await db.Database.BeginTransactionAsync();
        var isOther = user.Change(details, caller.Person, caller.At);
        var changed = AccountAnswers.Of(user, await users.UpdateAsync(user));
        if (!changed.IsDone)
            return changed;
        if (isOther)
            await end.RunAsync(user.Id, SessionEnd.AccountChanged);
        await transaction.CommitAsync();
        return changed;
    }
}
