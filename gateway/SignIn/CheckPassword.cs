using Microsoft.AspNetCore.Identity;

namespace Platform.Gateway.SignIn;

/// <summary>
/// Finds the user that an e-mail address and password belong to. Whatever is wrong, the answer is the same and takes as long, so it does
/// not reveal who has an account.
/// </summary>
internal sealed class CheckPassword(UserManager<User> users, SignInAttempts attempts, SignInNotes note, ILogger<CheckPassword> log)
{
    /// <summary>The message to somebody who could not sign in.</summary>
    public const string Refused =
        "Enter the email address and password of your account. After 5 wrong passwords you can try again 15 minutes later";

    private static string? nobodys;

    public async Task<User?> RunAsync(string? email, string? password, CancellationToken cancellationToken)
    {
        var same = new SameTime();
        var user = await users.FindByEmailAsync(email ?? "");
        var isOver = user is not null && await attempts.AreOverAsync(user);
        if (user?.PasswordHash is null || user.Disabled || isOver)
            users.PasswordHasher.VerifyHashedPassword(
                null!,
                nobodys ??= users.PasswordHasher.HashPassword(null!, "nobody's password"),
                password ?? ""
            );
        else if (await users.CheckPasswordAsync(user, password ?? ""))
            return user;
        else
        {
            await attempts.FailAsync(user);
            isOver = await attempts.AreOverAsync(user);
        }
        log.LogInformation("A sign-in was refused ({UserId})", user?.Id);
        await note.RefusedAsync(user, isOver);
        await same.WaitAsync(cancellationToken);
        return null;
    }
}
