using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.Accounts;

/// <summary>What became of an account that an administrator typed: the account, or why not.</summary>
internal sealed record AccountResult(User? User, IReadOnlyList<Refusal> Refusals)
{
    public static readonly Refusal Taken = new(nameof(TypedAccount.Email), "There is already an account with this email address", Conflict: true);

    public static readonly Refusal Overtaken = new("", "Somebody else has changed this account: check it, and make your change again", Conflict: true);

    public AccountResult(User user) : this(user, []) { }

    public AccountResult(params IReadOnlyList<Refusal> refusals) : this(null, refusals) { }

    /// <summary>What Identity found, by field.</summary>
    public static Refusal Read(IdentityResult result)
    {
        var error = result.Errors.First();
        return error.Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => Taken,
            nameof(IdentityErrorDescriber.ConcurrencyFailure) => Overtaken,
            nameof(PasswordRules) => new("Password", error.Description),
            _ => throw new InvalidOperationException($"{error.Code}: {error.Description}"),
        };
    }
}

/// <summary>Makes an account. Without a password the person chooses one by an invitation link.</summary>
internal sealed class InviteUser(UserManager<User> users, Caller caller)
{
    public Task<AccountResult> RunAsync(TypedAccount typed, string? password = null) => RunAsync(typed, password, caller.Person);

    public async Task<AccountResult> RunAsync(TypedAccount typed, string? password, Person by)
    {
        var refusals = new List<Refusal>();
        if (AccountDetails.Read(typed, refusals) is not { } details) return new(refusals);
        var user = User.Create(details, by, caller.At);
        try
        {
            var result = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
            return result.Succeeded ? new(user) : new(AccountResult.Read(result));
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // A second press of the button, at the same moment.
            return new(AccountResult.Taken);
        }
    }
}
