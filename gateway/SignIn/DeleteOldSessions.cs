using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Gateway.SignIn;

/// <summary>
/// Deletes what signing in has left: sessions and one-time links some time after their end wrong
/// passwords, and browsers in which nobody has signed in for long, as the table of keeping says.
/// </summary>
internal sealed class DeleteOldSessions(AccountsContext db, KeepingTable table, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var ended = table.PeriodOf(DataKinds.Sessions).Before(now);
        DateTimeOffset wrong = table.PeriodOf(DataKinds.WrongPasswords).Before(now),
            unused = table.PeriodOf(DataKinds.Devices).Before(now);
        // Links run on the platform's clock, as their letters do.
        var over = table.PeriodOf(DataKinds.Sessions).Before(time.GetUtcNow());
        await db.Links.Where(l => l.Until < over).ExecuteDeleteAsync(cancellationToken);
        await db.SignInAttempts.Where(a => a.LastAt < wrong).ExecuteDeleteAsync(cancellationToken);
        await db.KnownDevices.Where(d => d.LastAt < unused).ExecuteDeleteAsync(cancellationToken);
        return await db.Sessions.Where(s => s.LastsUntil < ended).ExecuteDeleteAsync(cancellationToken);
    }
}
