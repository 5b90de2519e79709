using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>Makes an account. Without a password the person chooses one by an invitation link.</summary>
internal sealed class InviteUser(UserManager<User> users, Caller caller)
{
    /// <param name="typed">The account.</param>
    /// <param name="id">Created with the page, so that pressing twice makes one account; null or empty where each call makes one.</param>
    /// <param name="password">Null where the person is to choose one.</param>
    public Task<Result<User>> RunAsync(TypedAccount typed, Guid? id, string? password = null) =>
        RunAsync(typed, id, password, caller.Person);

    public async Task<Result<User>> RunAsync(TypedAccount typed, Guid? id, string? password, Person by)
    {
        if (id == Guid.Empty)
            id = null;
        var problems = new List<Problem>();
        if (AccountDetails.Read(typed, problems) is not { } details)
            return Result.Of(problems);
        var user = User.Create(details, by, caller.At, id);
        var made = await MakeAsync(user, password);
        return made.Outcome.Code == AccountAnswers.Taken.Code && id is not null && await MadeAsync(id.Value) is { } pressed
            ? pressed
            : made;
    }

    private async Task<Result<User>> MakeAsync(User user, string? password)
    {
        try
        {
            return AccountAnswers.Of(user, password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password));
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return AccountAnswers.Taken;
        }
    }

    // Pressed twice: the other press has made it.
    private Task<User?> MadeAsync(Guid id) => users.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id);
}
