using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Alerts;

/// <summary>Has a failed message tried again, or discards it.</summary>
internal sealed class SettleFailure(NotificationsContext db, Caller caller)
{
    public async Task<Result> RunAsync(Guid id, bool retry, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var failure = await db
            .Failures.FromSql($"select * from reported_failures where id = {id} for no key update")
            .SingleOrDefaultAsync(cancellationToken);
        if (failure is null)
            return Result.NotFound;
        var result = failure.Settle(retry, caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
