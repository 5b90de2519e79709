using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>Turns Identity's answers into results.</summary>
internal static class AccountAnswers
{
    /// <summary>Two accounts with one e-mail address cannot be.</summary>
    public static readonly Result Taken = new(
        ResultKind.Refused,
        "email-taken",
        [new(nameof(TypedAccount.Email), "There is already an account with this email address")]
    );

    /// <summary>Identity's answer about a user.</summary>
    /// <exception cref="InvalidOperationException">It refuses for a reason that no other input would change.</exception>
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
