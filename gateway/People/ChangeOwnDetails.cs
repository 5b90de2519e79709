using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>
/// Changes the caller's own name at once, or, of somebody who signs, once a second person confirms it. Another address counts once the
/// owner has confirmed it by a link at each of the two.
/// </summary>
internal sealed class ChangeOwnDetails(UserManager<User> users, Links links, AccountsContext db, Caller caller)
{
    /// <returns>The account; whether links were sent shows in its <see cref="LinkIssued"/>.</returns>
    public async Task<Result<User>> RunAsync(string? name, string? email)
    {
        if (await users.FindByIdAsync(caller.Person.UserId.ToString()) is not { } user)
            return Result.NotFound;
        var problems = new List<Problem>();
        var typed = new TypedAccount
        {
            Name = name,
            Email = email,
            Partnership = user.Partnership?.Code ?? TypedAccount.Office,
            Roles = [.. user.Roles.DefaultIfEmpty(Roles.Board)],
        };
        if (AccountDetails.Read(typed, problems) is not { } read)
            return Result.Of([.. problems.Select(p => p with { Message = p.Message.Replace("their", "your", StringComparison.Ordinal) })]);
        user.Change(new(read.Name, user.Email!, user.Partnership, user.Roles), caller.Person, caller.At);
        if (!string.Equals(read.Email, user.Email, StringComparison.OrdinalIgnoreCase))
        {
            if (await users.FindByEmailAsync(read.Email) is not null)
                return AccountAnswers.Taken;
            if (await links.AreTooManyAsync(user.Id, LinkPurpose.NewAddress))
                return Result.Of([new(nameof(typed.Email), "You asked for this 5 times within the hour. Try again later")]);
            await links.SendAsync(user, LinkPurpose.NewAddress, caller.Person, read.Email);
            await links.SendAsync(user, LinkPurpose.FormerAddress, caller.Person, read.Email);
        }
        return AccountAnswers.Of(user, await users.UpdateAsync(user));
    }

    /// <summary>Confirms another address by one of the two links; by the second it counts.</summary>
    /// <returns>Whether it counts now. Not found when the link has been used, is too old, or was never one.</returns>
    public async Task<Result<ConfirmedAddress>> ConfirmAsync(string? code)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await links.FindAsync(code, LinkPurpose.NewAddress, LinkPurpose.FormerAddress) is not var (link, user))
            return Result.NotFound;
        // The other link's row is locked, so that of two presses at once one is the second.
        await db.Database.ExecuteSqlAsync($"select 1 from links where user_id = {user.Id} for update");
        link.Use(caller.At);
        var isWhole = await db.Links.AnyAsync(l =>
            l.UserId == user.Id
            && l.Address == link.Address
            && l.Purpose != link.Purpose
            && (l.Purpose == LinkPurpose.NewAddress || l.Purpose == LinkPurpose.FormerAddress)
            && l.IssuedAt >= link.IssuedAt.AddMinutes(-1)
            && l.IssuedAt <= link.IssuedAt.AddMinutes(1)
            && l.UsedAt != null
        );
        if (isWhole)
            user.Change(new(user.Name, link.Address, user.Partnership, user.Roles), new(user.Id, user.Name), caller.At);
        var done = AccountAnswers.Of(user, await users.UpdateAsync(user));
        if (!done.IsDone)
            return done.Outcome;
        await transaction.CommitAsync();
        return new ConfirmedAddress(link.Address, isWhole);
    }
}

/// <summary>How far another address is.</summary>
/// <param name="Address">The address.</param>
/// <param name="Counts">Whether it counts: both links have been used.</param>
internal sealed record ConfirmedAddress(string Address, bool Counts);
