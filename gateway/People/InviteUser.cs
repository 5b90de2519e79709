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
    public Task<Result<User>> RunAsync(TypedAccount typed, string? password = null) => RunAsync(typed, password, caller.Person);

    public async Task<Result<User>> RunAsync(TypedAccount typed, string? password, Person by)
    {
        var problems = new List<Problem>();
        if (AccountDetails.Read(typed, problems) is not { } details)
            return Result.Of(problems);
        var user = User.Create(details, by, caller.At);
        try
        {
            return AccountAnswers.Of(user, password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password));
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The button was pressed twice at once.
            return AccountAnswers.Taken;
        }
    }
}
