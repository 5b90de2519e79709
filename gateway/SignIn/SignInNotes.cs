using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;

namespace Platform.Gateway.SignIn;

/// <summary>Notes signing in and out for whoever looks into it later.</summary>
internal sealed class SignInNotes(NoteAccess note, AccountsContext db)
{
    /// <summary>Somebody was not signed in. What they typed is not kept: it may be a password in the wrong field.</summary>
    /// <param name="user">Whose address it was; null where no account has it.</param>
    /// <param name="isLocked">Whether that account is locked.</param>
    public Task RefusedAsync(User? user, bool isLocked) =>
        note.RunAsync(
            isLocked ? AccessKind.LockedOut : AccessKind.SignInRefused,
            user is null ? "with an email address that no account has" : "",
            of: user is null ? null : new(user.Id, user.Name)
        );

    /// <summary>A session begins. It is noted when the session is saved.</summary>
    public async Task BeganAsync(Guid userId, string device) => note.Add(AccessKind.SignedIn, $"with {device}", await PersonAsync(userId));

    /// <summary>Sessions of somebody were ended; null for the caller's own.</summary>
    public async Task EndedAsync(Guid? userId, SessionEnd why) =>
        await note.RunAsync(
            AccessKind.SignedOut,
            why switch
            {
                SessionEnd.SignedOut => "",
                SessionEnd.SignedInAnew => "by signing in anew",
                SessionEnd.EndedByOwner => "on another device",
                SessionEnd.EndedByAdministrator => "by an administrator",
                _ => "because the account was changed",
            },
            of: userId is { } id ? await PersonAsync(id) : null
        );

    private Task<Person> PersonAsync(Guid id) => db.Users.Where(u => u.Id == id).Select(u => new Person(u.Id, u.Name)).SingleAsync();
}
