using Microsoft.AspNetCore.Identity;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.Team;

/// <summary>What a lead does with the editors of their own partnership: invites them, removes them, names one as deputy.</summary>
internal sealed class ManageTeam(UserManager<User> users, InviteUser invite, EndSessions end, AccountsContext db, Caller caller)
{
    private const int LongestDeputyDays = 92;

    /// <summary>Invites an editor.</summary>
    /// <param name="name">What people call them.</param>
    /// <param name="email">Their address.</param>
    /// <param name="id">Made with the page, so that pressing twice invites once.</param>
    public Task<Result<User>> InviteAsync(string? name, string? email, Guid id) =>
        invite.RunAsync(
            new()
            {
                Name = name,
                Email = email,
                Partnership = caller.Partnership!.Code,
                Roles = [Roles.PartnerEditor],
            },
            id
        );

    /// <summary>Disables the account of an editor.</summary>
    public async Task<Result> RemoveAsync(Guid id)
    {
        if (await EditorAsync(id) is not { } editor)
            return Result.NotFound;
        await using var transaction = await db.Database.BeginTransactionAsync();
        editor.Disable(
            caller.Person,
            caller.At,
            $"The account was disabled by the lead of {caller.Partnership}: nobody can sign in with it"
        );
        var done = AccountAnswers.Of(editor, await users.UpdateSecurityStampAsync(editor));
        if (!done.IsDone)
            return done.Outcome;
        await end.RunAsync(id, SessionEnd.AccountDisabled);
        await transaction.CommitAsync();
        return Result.Done;
    }

    /// <summary>Has an editor stand in for the lead up to a day; null ends it.</summary>
    public async Task<Result> DeputiseAsync(Guid id, DateOnly? until)
    {
        if (await EditorAsync(id) is not { } editor)
            return Result.NotFound;
        var (today, problem) = (London.DateOf(caller.At), "");
        if (until < today)
            problem = "The last day must be today or later";
        else if (until > today.AddDays(LongestDeputyDays))
            problem = $"The last day must be {London.Plain(today.AddDays(LongestDeputyDays))} or earlier";
        else if (until is not null && !editor.HasAccepted)
            problem = $"{editor.Name} has not chosen a password yet, so cannot stand in for you";
        if (problem.Length > 0)
            return Result.Of([new("Until", problem)]);
        editor.Deputise(until, caller.Person, caller.At);
        return AccountAnswers.Of(editor, await users.UpdateAsync(editor)).Outcome;
    }

    /// <summary>Says that an account is still needed.</summary>
    public async Task<Result> ReviewAsync(Guid id)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { Disabled: false } user || !MayReview(user))
            return Result.NotFound;
        user.Review(caller.Person, caller.At);
        return AccountAnswers.Of(user, await users.UpdateAsync(user)).Outcome;
    }

    // Administrators everybody but themselves; leads the others of their partnership.
    private bool MayReview(User user) =>
        user.Id != caller.Person.UserId
        && (caller.May(Acts.ReadPeople) || user.Partnership is not null && user.Partnership == caller.Partnership);

    private async Task<User?> EditorAsync(Guid id) =>
        id != caller.Person.UserId
        && await users.FindByIdAsync(id.ToString()) is { Disabled: false } user
        && user.Partnership is not null
        && user.Partnership == caller.Partnership
        && user.Roles is [Roles.PartnerEditor]
            ? user
            : null;
}
