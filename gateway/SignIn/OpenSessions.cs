using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Gateway.SignIn;

/// <summary>The sessions that go on. Every request asks: nothing is remembered between two.</summary>
internal sealed class OpenSessions(AccountsContext db, SessionSettings settings, TimeProvider time)
{
    /// <summary>Who signed in with that reference, as their account is now; null once the session is over.</summary>
    /// <param name="reference">The reference that a cookie holds.</param>
    /// <param name="isUse">Whether asking keeps the session from running out.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ClaimsPrincipal?> FindAsync(string reference, bool isUse, CancellationToken cancellationToken)
    {
        var (id, now) = (Session.IdOf(reference), TimeProvider.System.GetUtcNow());
        var found = await (
            from session in db.Sessions.AsNoTracking()
            join user in db.Users on session.UserId equals user.Id
            where session.Id == id && session.EndedAt == null && session.Stamp == user.SecurityStamp && !user.Disabled
            select new { session, user }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.session.OpenUntil(settings.Idle) <= now)
            return null;
        if (isUse && found.session.Use(now))
            await db
                .Sessions.Where(s => s.Id == id && s.EndedAt == null && s.LastUsedAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastUsedAt, now), cancellationToken);
        return UserPrincipals.Of(
            found.user,
            found.session.Id,
            found.session.OpenUntil(settings.Idle),
            London.DateOf(time.GetUtcNow()),
            found.session.ConfirmedAt + settings.Confirmed
        );
    }

    /// <summary>A person's sessions, the one that was used last first.</summary>
    public Task<List<Session>> OfAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var idleSince = now - settings.Idle;
        return db
            .Sessions.AsNoTracking()
            .Where(s => s.UserId == userId && s.EndedAt == null && s.LastsUntil > now && s.LastUsedAt > idleSince)
            .OrderByDescending(s => s.LastUsedAt)
            .ThenBy(s => s.Id)
            .ToListAsync(cancellationToken);
    }
}
