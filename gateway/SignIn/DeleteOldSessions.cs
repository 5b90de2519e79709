using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Gateway.SignIn;

/// <summary>Deletes the records of sessions some time after their end: <c>Session:KeptDays</c>, 90 if not set.</summary>
internal sealed class DeleteOldSessions(AccountsContext db, SessionSettings settings) : ISweep
{
    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = TimeProvider.System.GetUtcNow() - settings.Kept;
        return db.Sessions.Where(s => s.LastsUntil < before).ExecuteDeleteAsync(cancellationToken);
    }
}
