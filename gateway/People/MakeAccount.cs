using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>
/// Makes an account on the server, where whoever does it could read everything anyway: the first administrators, and the people of a
/// demonstration.
/// </summary>
internal sealed class MakeAccount(UserManager<User> users, AccountsContext db, TimeProvider time)
{
    /// <param name="typed">The account.</param>
    /// <param name="password">Null where a link is to be given.</param>
    /// <param name="authenticator">Its authenticator's key, encrypted; null for none.</param>
    /// <returns>The account, and the code of the link by which its password can be chosen; null where it has one.</returns>
    public async Task<Result<(User User, string? Code)>> RunAsync(TypedAccount typed, string? password, string? authenticator = null)
    {
        var problems = new List<Problem>();
        if (AccountDetails.Read(typed, problems) is not { } details)
            return Result.Of(problems);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var now = time.GetUtcNow();
        var user = User.Create(details, Person.Platform, now, isTold: password is null);
        if (authenticator is not null)
            user.UseAuthenticator(authenticator, 0, []);
        var code = password is null ? Link.NewCode() : null;
        if (code is not null)
            db.Add(Link.Make(user.Id, LinkPurpose.Invitation, user.Email!, code, now));
        var made = AccountAnswers.Of(user, password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password));
        if (!made.IsDone)
            return made.Outcome;
        await transaction.CommitAsync();
        return (user, code);
    }

    /// <summary>How many administrators can sign in.</summary>
    public Task<int> AdministratorsAsync() => db.Users.CountAsync(u => !u.Disabled && u.Roles.Contains(Roles.Administrator));
}
