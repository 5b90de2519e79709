using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Keeping;

namespace Platform.Notifications.Contacts;

/// <summary>Deletes people without an account whom the office no longer writes to.</summary>
internal sealed class ForgetContacts(NotificationsContext db, KeepingTable table, ForgetPersonal forget, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = table.PeriodOf(DataKinds.Contacts).Before(time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db
            .Contacts.FromSql(
                $"""
                select * from contacts where not active and entered_at <= {before} order by user_id limit 50 for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        db.RemoveRange(due);
        await forget.RunAsync(DataKinds.Contacts, [.. due.Select(c => c.UserId)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }
}
