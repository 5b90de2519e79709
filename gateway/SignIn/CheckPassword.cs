using System.Diagnostics;
using Microsoft.AspNetCore.Identity;

namespace Platform.Gateway.SignIn;

/// <summary>
/// Finds the user that an e-mail address and password belong to. Whatever is wrong, the answer is the same and takes as long, so it does
/// not reveal who has an account.
/// </summary>
internal sealed class CheckPassword(UserManager<User> users, SignInManager<User> signIn, SignInNotes note, ILogger<CheckPassword> log)
{
    /// <summary>The message to somebody who could not sign in.</summary>
    public const string Refused =
        "Enter the email address and password of your account. After 5 wrong passwords it is locked for 15 minutes";

    private static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(400);
    private static string? nobodys;

    public async Task<User?> RunAsync(string? email, string? password, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var user = await users.FindByEmailAsync(email ?? "");
        if (user is null || !user.HasAccepted || user.Disabled || await users.IsLockedOutAsync(user))
            users.PasswordHasher.VerifyHashedPassword(
                null!,
                nobodys ??= users.PasswordHasher.HashPassword(null!, "nobody's password"),
                password ?? ""
            );
        else if ((await signIn.CheckPasswordSignInAsync(user, password ?? "", lockoutOnFailure: true)).Succeeded)
            return user;
        log.LogInformation("A sign-in was refused ({UserId})", user?.Id);
        await note.RefusedAsync(user, user is not null && await users.IsLockedOutAsync(user));
        if (AtLeast - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } rest)
            await Task.Delay(rest, cancellationToken);
        return null;
    }
}
