using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>Notes that what letters ask for is done or no longer wanted. The consumer's transaction saves the note.</summary>
internal sealed class SettleMatter(NotificationsContext db)
{
    public async Task RunAsync(IEvent happened, CancellationToken cancellationToken)
    {
        if (await db.Settled.SingleOrDefaultAsync(s => s.Id == happened.Id, cancellationToken) is { } known)
            known.Take(happened.Version);
        else
            db.Add(Settled.At(happened.Id, happened.Version));
    }
}
