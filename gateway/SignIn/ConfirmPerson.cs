using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn;

/// <summary>
/// Notes in the session that its owner has just given their password or a second factor again: whoever finds a browser open can read, and
/// cannot sign.
/// </summary>
internal sealed class ConfirmPerson(
    UserManager<User> users,
    CheckPassword check,
    SecondFactors factors,
    AccountsContext db,
    IHttpContextAccessor http,
    Caller caller
)
{
    public const string Wrong = "Enter your password, or the code that your authenticator app shows now";

    public async Task<Result> RunAsync(string? typed, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(caller.Person.UserId.ToString()) is not { } user)
            return Result.NotFound;
        // No password is as short as a code.
        var isRight =
            user.Authenticator is not null && Totp.IsCode(typed)
                ? await factors.TakeAsync(user, typed)
                : await check.RunAsync(user.Email, typed, cancellationToken) is not null;
        if (!isRight)
            return Result.Of([new("Proof", Wrong)]);
        await NoteAsync(cancellationToken);
        return Result.Done;
    }

    /// <summary>Notes it of this session: a passkey has proved it.</summary>
    public Task NoteAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? now = TimeProvider.System.GetUtcNow();
        var session = UserPrincipals.SessionOf(http.HttpContext!.User);
        return db
            .Sessions.Where(s => s.Id == session && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, now), cancellationToken);
    }
}
