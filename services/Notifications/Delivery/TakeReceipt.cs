using Microsoft.EntityFrameworkCore;

namespace Platform.Notifications.Delivery;

/// <summary>What a provider reports about a letter.</summary>
internal enum ReceiptStatus
{
    Delivered,
    PermanentFailure,
    TemporaryFailure,
    TechnicalFailure,
}

/// <summary>
/// Records what the provider reports about a letter. Waits for a lock on the letter, because a receipt can arrive before the handover
/// is recorded.
/// </summary>
internal sealed class TakeReceipt(NotificationsContext db, WriteLetters write, GatherLetters gather, TimeProvider time)
{
    /// <returns>Whether there is such a letter.</returns>
    public async Task<bool> RunAsync(Guid id, ReceiptStatus status, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (
            await db.Letters.FromSql($"select * from letters where id = {id} for update").SingleOrDefaultAsync(cancellationToken)
            is not { } letter
        )
            return false;
        var now = time.GetUtcNow();
        if (status == ReceiptStatus.Delivered)
            letter.Delivered(now);
        else if (letter.CameBack(Why(status), now))
            await write.ReportAsync(letter, cancellationToken);
        foreach (var member in await gather.MembersAsync(letter, cancellationToken))
            member.Share(letter, now);
        await db.SaveChangesAsync(cancellationToken);
        await db.Handovers.Where(h => h.LetterId == id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static string Why(ReceiptStatus status) =>
        status switch
        {
            ReceiptStatus.PermanentFailure => "It came back: there is no such mailbox, or it refuses our letters.",
            ReceiptStatus.TemporaryFailure => "It came back: for three days the mailbox was full, or its mail server did not answer.",
            _ => "The mail provider had a fault of its own, and gave up.",
        };
}
