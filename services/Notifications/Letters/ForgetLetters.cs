using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Keeping;

namespace Platform.Notifications.Letters;

/// <summary>Forgets whom old letters went to and what they said, here and in the folder of letters, where there is one.</summary>
internal sealed class ForgetLetters(
    NotificationsContext db,
    KeepingTable table,
    ForgetPersonal forget,
    MailProvider provider,
    TimeProvider time
) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = table.PeriodOf(DataKinds.Letters).Before(time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db
            .Letters.FromSql(
                $"""
                select * from letters where forgotten_at is null and queued_at <= {before} and state <> 'Queued'
                and (state <> 'Collected' or digest_id is not null) order by queued_at limit 50 for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        foreach (var letter in due)
        {
            letter.Forget(time.GetUtcNow());
            provider.Forget(letter.Id);
        }
        await forget.RunAsync(DataKinds.Letters, [.. due.Select(l => l.Id)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }
}
