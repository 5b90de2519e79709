using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>
/// Makes an account and sends its owner an invitation. What takes two people to give waits for the second: until then the account has the
/// other roles alone.
/// </summary>
internal sealed class InviteUser(UserManager<User> users, Links links, AccountsContext db, Caller caller)
{
    /// <param name="typed">The account.</param>
    /// <param name="id">Created with the page, so that pressing twice makes one account; null or empty where each call makes one.</param>
    public async Task<Result<User>> RunAsync(TypedAccount typed, Guid? id)
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
        var user = User.Create(details, caller.Person, caller.At, id);
        await links.SendAsync(user, LinkPurpose.Invitation, caller.Person);
        var made = AccountAnswers.Of(user, await users.CreateAsync(user));
        if (made.IsDone)
            await transaction.CommitAsync();
        return made;
    }
}

/// <summary>Sends an invitation again, with a new link: the one before no longer works.</summary>
internal sealed class InviteAgain(Links links, AccountsContext db, Caller caller)
{
    public async Task<Result> RunAsync(Guid id)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id) is not { } user)
            return Result.NotFound;
        if (user.HasAccepted || user.Disabled)
            return Result.Refused("invitation-accepted", "They have chosen a password already, or their account is disabled");
        if (await links.AreTooManyAsync(id, LinkPurpose.Invitation))
            return Result.Refused(
                "too-many-letters",
                "They were sent 5 letters within the hour: wait, and ask them to look in their junk folder"
            );
        await links.SendAsync(user, LinkPurpose.Invitation, caller.Person);
        await db.SaveChangesAsync();
        return Result.Done;
    }
}
