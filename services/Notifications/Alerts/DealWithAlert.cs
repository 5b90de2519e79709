using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Alerts;

/// <summary>Notes that an officer has dealt with a letter that failed or had no recipient.</summary>
internal sealed class DealWithAlert(NotificationsContext db, Caller caller)
{
    public async Task<Result> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Alerts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { } alert)
            alert.DealWith(caller.Person, caller.At);
        else if (await db.Letters.SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is { } letter)
            letter.DealWith(caller.Person, caller.At);
        else
            return Result.NotFound;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale;
        }
    }
}
