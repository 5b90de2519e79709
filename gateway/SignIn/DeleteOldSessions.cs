using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Gateway.SignIn;

/// <summary>
/// Deletes what signing in has left: sessions and one-time links some time after their end (<c>Session:KeptDays</c>, 90 if not set), wrong
/// passwords after a day, and browsers in which nobody has signed in for a year.
/// </summary>
internal sealed class DeleteOldSessions(AccountsContext db, SessionSettings settings, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var ended = now - settings.Kept;
        DateTimeOffset yesterday = now.AddDays(-1),
            unused = now - KnownDevices.Kept;
        // Links run on the platform's clock, as their letters do.
        var over = time.GetUtcNow() - settings.Kept;
        await db.Links.Where(l => l.Until < over).ExecuteDeleteAsync(cancellationToken);
        await db.SignInAttempts.Where(a => a.LastAt < yesterday).ExecuteDeleteAsync(cancellationToken);
        await db.KnownDevices.Where(d => d.LastAt < unused).ExecuteDeleteAsync(cancellationToken);
        return await db.Sessions.Where(s => s.LastsUntil < ended).ExecuteDeleteAsync(cancellationToken);
    }
}
