using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>Makes an account. Without a password the person chooses one by an invitation link.</summary>
internal sealed class InviteUser(UserManager<User> users, AccountsContext db, Caller caller)
{
    /// <param name="typed">The account.</param>
    /// <param name="id">Created with the page, so that pressing twice makes one account; null or empty where each call makes one.</param>
    /// <param name="password">Null where the person is to choose one.</param>
    public Task<Result<User>> RunAsync(TypedAccount typed, Guid? id, string? password = null) =>
        RunAsync(typed, id, password, caller.Person);

    public async Task<Result<User>> RunAsync(TypedAccount typed, Guid? id, string? password, Person by)
    {
        var problems = new List<Problem>();
        if (AccountDetails.Read(typed, problems) is not { } details)
            return Result.Of(problems);
        // One account is made at a time: of two presses, the second finds what the first has made.
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"accounts"}, 0))");
        if (id == Guid.Empty)
            id = null;
        if (id is not null && await db.Users.SingleOrDefaultAsync(u => u.Id == id) is { } pressed)
            return pressed;
        var user = User.Create(details, by, caller.At, id);
        var made = AccountAnswers.Of(user, password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password));
        if (made.IsDone)
            await transaction.CommitAsync();
        return made;
    }
}
