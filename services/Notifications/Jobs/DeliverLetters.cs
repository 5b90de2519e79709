using Microsoft.EntityFrameworkCore;
using Platform.Notifications.Data;
using Platform.Notifications.Delivery;
using Platform.Notifications.Model;
using Platform.Notifications.Operations;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Notifications.Jobs;

/// <summary>
/// Hands queued letters to the mail provider, one in a transaction that holds its row: two replicas never send the same one. A process that dies
/// after a mail server's acceptance and before the commit sends that letter again, under the same Message-ID: SMTP has no way to rule that out.
/// </summary>
internal sealed class DeliverLetters(
    NotificationsContext db, MailProvider provider, WriteLetters write, Office office, TimeProvider time, ILogger<DeliverLetters> log) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var letter = await db.Letters
            .FromSql($"""
                select * from letters where state = {nameof(LetterState.Queued)} and not_before <= {now} order by not_before, position limit 1 for update skip locked
                """)
            .SingleOrDefaultAsync(cancellation);
        if (letter is null) return 0;
        // Asked here, not when it was written: whatever the order in which chasing and submission became known, a return that is in is not chased.
        if (letter.IsRequest && await IsSettledAsync(letter, cancellation)) letter.Withdraw();
        else Note(letter, await SendAsync(letter, now, cancellation), now);
        if (letter.State == LetterState.Failed) await write.ReportAsync(letter, cancellation);
        // The provider has it: from here on, stopping must not undo the note.
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return 1;
    }

    private Task<bool> IsSettledAsync(Letter letter, CancellationToken cancellation) =>
        db.Settled.AnyAsync(r => r.Id == letter.AboutId && r.Version > letter.AboutVersion, cancellation);

    // One letter that cannot be sent must not hold back the others, whatever is wrong with it.
    private async Task<MailAnswer> SendAsync(Letter letter, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return Mail.Of(letter, office, now) is { } mail
                ? await provider.SendAsync(mail, cancellation)
                : MailAnswer.Never("The recipient’s account has no usable e-mail address.");
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return MailAnswer.Later(e.Message);
        }
    }

    private void Note(Letter letter, MailAnswer answer, DateTimeOffset now)
    {
        if (answer.Kind == MailAnswerKind.Taken) letter.Sent(now);
        else if (answer.Kind == MailAnswerKind.Never) letter.Refused(answer.Why);
        else letter.NotTaken(answer.Why, now);
        if (answer.Kind != MailAnswerKind.Taken)
            log.LogWarning("Letter {LetterId} was not taken, attempt {Attempt}, now {State}: {Why}", letter.Id, letter.Attempts, letter.State, answer.Why);
    }
}
