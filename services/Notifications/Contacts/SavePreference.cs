using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Notifications.Contacts;

/// <summary>Saves how the caller wants to get letters. Letters already collected for a daily one still go out in it.</summary>
internal sealed class SavePreference(NotificationsContext db, Caller caller)
{
    public Task RunAsync(bool dailyDigest, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into preferences (user_id, daily_digest, changed_at) values ({caller.Person.UserId}, {dailyDigest},
            {caller.At.ToUniversalTime()})
            on conflict (user_id) do update set daily_digest = excluded.daily_digest, changed_at = excluded.changed_at
            """,
            cancellationToken
        );
}
