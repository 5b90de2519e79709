using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Keeping;

namespace Platform.Gateway.People;

/// <summary>Somebody's account, and where they signed in.</summary>
internal sealed class HeldAccounts(AccountsContext db) : IHoldsPeople
{
    public async Task<IReadOnlyList<HeldData>> FindAsync(Subject subject, CancellationToken cancellationToken)
    {
        var ids = subject.UserIds;
        var users = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToListAsync(cancellationToken);
        var keys = await db.Set<IdentityUserPasskey<Guid>>()
            .AsNoTracking()
            .Where(p => ids.Contains(p.UserId))
            .ToListAsync(cancellationToken);
        var sessions = await db
            .Sessions.AsNoTracking()
            .Where(s => ids.Contains(s.UserId))
            .OrderBy(s => s.BegunAt)
            .ToListAsync(cancellationToken);
        var links = await db
            .Links.AsNoTracking()
            .Where(l => ids.Contains(l.UserId))
            .OrderBy(l => l.IssuedAt)
            .ToListAsync(cancellationToken);
        var attempts = await db.SignInAttempts.AsNoTracking().Where(a => ids.Contains(a.UserId)).ToListAsync(cancellationToken);
        var devices = await db.KnownDevices.AsNoTracking().Where(d => ids.Contains(d.UserId)).ToListAsync(cancellationToken);
        return
        [
            .. users.Select(u => Account(u, keys.Count(k => k.UserId == u.Id))),
            .. sessions.Select(s => new HeldData(
                DataKinds.Sessions,
                "Where they were signed in",
                [
                    new("Device", s.Device),
                    new("From", London.Moment(s.BegunAt)),
                    new("Last used", London.Moment(s.LastUsedAt)),
                    new("Until", London.Moment(s.EndedAt ?? s.LastsUntil)),
                ]
            )),
            .. links.Select(l => new HeldData(
                DataKinds.Sessions,
                "A one-time link",
                [new("Sent to", l.Address), new("Sent", London.Moment(l.IssuedAt)), new("For", $"{l.Purpose}")]
            )),
            .. attempts.Select(a => new HeldData(
                DataKinds.WrongPasswords,
                "Wrong passwords",
                [new("From", a.Source), new("How many", $"{a.Failures}"), new("Last", London.Moment(a.LastAt))]
            )),
            .. devices.Select(d => new HeldData(DataKinds.Devices, "A browser", [new("Last used", London.Moment(d.LastAt))])),
        ];
    }

    private static HeldData Account(User user, int passkeys) =>
        new(
            DataKinds.Accounts,
            "Their account",
            [
                new("Id", $"{user.Id}"),
                new("Name", user.Name),
                new("Email address", user.Email!),
                new("Where they work", user.Partnership?.Name ?? "Office of the Police and Crime Commissioner"),
                new("Roles", string.Join(", ", user.Roles.Select(RoleNames.Full))),
                new("A change that waits", string.Join(". ", user.WhatWaits())),
                new("Password", user.PasswordHash is null ? "none" : "kept in a form from which it cannot be read back"),
                new("Authenticator app", user.Authenticator is null ? "none" : "its key is kept, encrypted"),
                new("Passkeys", $"{passkeys}"),
                new("Who they are to the office’s own sign-in", user.OfficeSignIn ?? ""),
                new("Last reviewed", London.Moment(user.ReviewedAt)),
                new("Closed", user.DisabledAt is { } at ? London.Moment(at) : "no"),
            ]
        );
}
