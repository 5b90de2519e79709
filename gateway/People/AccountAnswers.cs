using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>What Identity answers, as a result.</summary>
internal static class AccountAnswers
{
    /// <summary>Two accounts with one e-mail address cannot be.</summary>
    public static readonly Result Taken = new(
        ResultKind.Refused,
        "email-taken",
        [new(nameof(TypedAccount.Email), "There is already an account with this email address")]
    );

    /// <summary>Identity's answer about a user.</summary>
    /// <exception cref="InvalidOperationException">It says no for a reason that nobody can put right by typing.</exception>
    public static Result<User> Of(User user, IdentityResult result) =>
        result.Succeeded
            ? user
            : result.Errors.First() switch
            {
                { Code: nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) } => Taken,
                { Code: nameof(IdentityErrorDescriber.ConcurrencyFailure) } => Result.Stale,
                { Code: nameof(PasswordRules), Description: var why } => Result.Of([new("Password", why)]),
                var error => throw new InvalidOperationException($"{error.Code}: {error.Description}"),
            };
}
