using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>What became of an operation on an account.</summary>
/// <param name="User">The account, when it was done.</param>
/// <param name="Result">Why not, otherwise.</param>
internal sealed record AccountResult(User? User, Result Result)
{
    /// <summary>Two accounts with one e-mail address cannot be.</summary>
    public static readonly AccountResult Taken = new(
        new Result(
            ResultKind.Refused,
            "email-taken",
            [new(nameof(TypedAccount.Email), "There is already an account with this email address")]
        )
    );

    /// <summary>Somebody else was faster.</summary>
    public static readonly AccountResult Stale = new(Result.Stale);

    /// <summary>There is no such account, or no such link.</summary>
    public static readonly AccountResult NotFound = new(Result.NotFound);

    public AccountResult(Result result)
        : this(null, result) { }

    /// <summary>Identity's answer about a user.</summary>
    public static AccountResult Of(User user, IdentityResult result) =>
        result.Succeeded
            ? new(user, Result.Done)
            : result.Errors.First() switch
            {
                { Code: nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) } => Taken,
                { Code: nameof(IdentityErrorDescriber.ConcurrencyFailure) } => Stale,
                { Code: nameof(PasswordRules), Description: var why } => new(Result.Of([new("Password", why)])),
                var error => throw new InvalidOperationException($"{error.Code}: {error.Description}"),
            };
}
