using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Contacts;

/// <summary>A contact as an officer types it.</summary>
internal sealed record TypedContact(string? Name, string? Email, string? Partnership, IReadOnlyList<string> Roles, bool Active);

/// <summary>Enters somebody at a partnership who has no account, or changes the entry. Accounts are changed at the gateway.</summary>
internal sealed class SaveContact(NotificationsContext db, Caller caller)
{
    private const int Longest = 200;

    /// <param name="id">Created with the page, so that pressing twice enters somebody once.</param>
    /// <param name="version">The version that the officer read; 0 for a new contact.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> RunAsync(Guid id, int version, TypedContact typed, CancellationToken cancellationToken) =>
        await TryAsync(id, version, typed, cancellationToken) ?? await TryAsync(id, version, typed, cancellationToken) ?? Result.Stale;

    // Null if another save came first, such as a second press of the button: then everything is read again.
    private async Task<Result?> TryAsync(Guid id, int version, TypedContact typed, CancellationToken cancellationToken)
    {
        var kept = await db.Contacts.SingleOrDefaultAsync(c => c.UserId == id, cancellationToken);
        if (kept is { HasAccount: true } || (kept is null && version > 0))
            return Result.NotFound;
        var problems = await ProblemsAsync(id, typed, cancellationToken);
        if (problems.Count > 0)
            return Result.Of(problems);
        var contact = new Contact(
            TypedText.Line(typed.Name),
            EmailAddress.Read(typed.Email)!,
            Partnership.Get(typed.Partnership!),
            [.. DirectoryRole.All.Select(r => r.Role).Where(typed.Roles.Contains)],
            typed.Active
        );
        if (kept is not null && kept.Version != version)
            return Same(kept, contact) ? Result.Done : Result.Stale;
        if (kept is null)
            db.Add(KnownContact.Entered(id, contact, caller.Person, caller.At));
        else
            kept.Enter(contact, caller.Person, caller.At);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateException e)
            when (e
                    is DbUpdateConcurrencyException
                        or { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } }
            )
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private async Task<IReadOnlyList<Problem>> ProblemsAsync(Guid id, TypedContact typed, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (TypedText.Line(typed.Name).Length == 0)
            problems.Add(new(nameof(typed.Name), "Enter a name"));
        else if (TypedText.Line(typed.Name).Length > Longest)
            problems.Add(new(nameof(typed.Name), "Name must be 200 characters or less"));
        var email = EmailAddress.Read(typed.Email);
        if (TypedText.Line(typed.Email).Length == 0)
            problems.Add(new(nameof(typed.Email), "Enter an email address"));
        else if (email is null)
            problems.Add(new(nameof(typed.Email), EmailAddress.Problem));
        if (Partnership.Find(typed.Partnership) is not { } partnership)
            problems.Add(new(nameof(typed.Partnership), "Select a partnership"));
        else if (problems.Count == 0 && typed.Active && await OtherAsync(id, partnership, email!, cancellationToken) is { } other)
            problems.Add(
                new(nameof(typed.Email), $"{other} is at {partnership.Name} with this address already: nobody is written to twice")
            );
        if (!typed.Roles.Any(DirectoryRole.Has))
            problems.Add(new(nameof(typed.Roles), "Select at least one role"));
        return problems;
    }

    private async Task<string?> OtherAsync(Guid id, Partnership partnership, string email, CancellationToken cancellationToken)
    {
        var others = await db
            .Contacts.AsNoTracking()
            .Where(c => c.Active && c.UserId != id && c.Partnership == partnership)
            .ToListAsync(cancellationToken);
        return others.FirstOrDefault(c => c.Email.Equals(email, StringComparison.OrdinalIgnoreCase))?.Name;
    }

    private static bool Same(KnownContact kept, Contact typed) =>
        (kept.Name, kept.Email, kept.Partnership, kept.Active) == (typed.Name, typed.Email, typed.Partnership, typed.Active)
        && kept.Roles.SequenceEqual(typed.Roles);
}
