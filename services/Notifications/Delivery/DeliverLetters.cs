using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Telemetry;

namespace Platform.Notifications.Delivery;

/// <summary>
/// Hands queued letters to the mail provider, each in a transaction that locks its row: two replicas never send the same one, and a
/// process that dies leaves at most one letter per lane in doubt. If the provider can tell, the next process asks whether it has that
/// letter. A mail server cannot tell, so it gets the letter again, under the same Message-ID (docs/decisions 31).
/// </summary>
internal sealed class DeliverLetters(
    NotificationsContext db,
    MailProvider provider,
    SendingLimit limit,
    Handovers handovers,
    WriteLetters write,
    GatherLetters gather,
    LetterTemplates templates,
    Office office,
    CodeKeys codes,
    TimeProvider time,
    ILogger<DeliverLetters> log
) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (due, gathered) = (time.GetUtcNow(), templates.Gathered);
        var letter = await db
            .Letters.FromSql(
                $"""
                select l.* from letters l where l.state = {nameof(LetterState.Queued)} and l.not_before <= {due}
                    and not (l.attempts = 0 and exists (select 1 from letters e
                        where e.state = {nameof(LetterState.Queued)} and e.attempts = 0 and e.recipient_id = l.recipient_id
                            and {gathered}::jsonb ->> e.template = {gathered}::jsonb ->> l.template
                            and e.is_rung = l.is_rung and e.position < l.position))
                order by l.not_before, l.position limit 1 for update of l skip locked
                """
            )
            .SingleOrDefaultAsync(cancellationToken);
        if (letter is null)
            return 0;
        using var activity = PlatformActivity.Source.StartActivity("deliver letter", ActivityKind.Producer, letter.Traceparent);
        var now = time.GetUtcNow();
        if (await GatherAsync(letter, now, cancellationToken))
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return 1;
        }
        await limit.WaitAsync(cancellationToken);
        now = time.GetUtcNow();
        var members = await gather.MembersAsync(letter, cancellationToken);
        // Asked at delivery, not when the letter was written, so that a return that is in is not chased, whichever event arrived first.
        var untrue = await UntrueAsync(letter, now, cancellationToken);
        if (untrue is not null || await IsAnyUntrueAsync(members, now, cancellationToken))
        {
            letter.Withdraw(untrue ?? "some of what it says is no longer so", now);
            foreach (var member in members.Where(m => m.State == LetterState.Collected))
                member.TakeOut(now);
        }
        else if (letter.IsRung && !OfficeHours.Contain(now))
            letter.Wait(OfficeHours.NextOpening(now));
        else
            Note(letter, await SendAsync(letter, now), now);
        foreach (var member in letter.State == LetterState.Sent ? members : [])
            member.SentTogether(now);
        foreach (var member in letter.State == LetterState.Failed ? members : [])
            member.Withdraw("the letter that it went into could not be sent", now);
        if (letter.State == LetterState.Failed)
            await write.ReportAsync(letter, cancellationToken);
        // The provider has it: from here on, stopping must not undo the record of that.
        await db.SaveChangesAsync(CancellationToken.None);
        if (provider.KnowsItsLetters && letter.State != LetterState.Queued)
            await db.Handovers.Where(h => h.LetterId == letter.Id).ExecuteDeleteAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return 1;
    }

    // Whether it was put into one letter with others of its kind; those that are no longer true are left out.
    private async Task<bool> GatherAsync(Letter letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (letter.IsRung && !OfficeHours.Contain(now))
            return false;
        var others = await gather.OthersAsync(letter, cancellationToken);
        if (others.Count == 0 || await UntrueAsync(letter, now, cancellationToken) is not null)
            return false;
        var together = new List<Letter> { letter };
        foreach (var other in others)
            if (await UntrueAsync(other, now, cancellationToken) is { } why)
                other.Withdraw(why, now);
            else
                together.Add(other);
        if (together.Count > 1)
            await gather.PutTogetherAsync(together, now, cancellationToken);
        return together.Count > 1;
    }

    // A member may also have been withdrawn while the letter waited for its provider.
    private async Task<bool> IsAnyUntrueAsync(IReadOnlyList<Letter> members, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var member in members)
            if (member.State != LetterState.Collected || await UntrueAsync(member, now, cancellationToken) is not null)
                return true;
        return false;
    }

    // Why its words are no longer so; null where they are.
    private async Task<string?> UntrueAsync(Letter letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (letter.IsRequest && await IsSettledAsync(letter, cancellationToken))
            return letter.Template == templates.ViewReported.Name ? "its view was deleted" : "what it asks for is done";
        if (letter.TrueUntil <= now)
            return "its day is over";
        if (await HasLeftAsync(letter, cancellationToken))
            return "its recipient has left";
        if (letter.Template == templates.ReturnToCertify.Name && await IsDeclinedAsync(letter, cancellationToken))
            return "it was declined";
        return letter.IsRung && await IsOvertakenAsync(letter, cancellationToken) ? "a later reminder takes its place" : null;
    }

    private Task<bool> IsOvertakenAsync(Letter letter, CancellationToken cancellationToken) =>
        db.Letters.AnyAsync(l => l.AboutId == letter.AboutId && l.IsRung && l.AboutVersion > letter.AboutVersion, cancellationToken);

    // Disabled, or moved to another partnership, after it was written. What happened to their own account they are told all the same.
    private Task<bool> HasLeftAsync(Letter letter, CancellationToken cancellationToken) =>
        db.Contacts.AnyAsync(
            c =>
                c.UserId == letter.RecipientId
                && c.UserId != letter.AboutId
                && (!c.Active || c.Partnership != letter.Partnership && c.Partnership != null && letter.Partnership != null),
            cancellationToken
        );

    private Task<bool> IsDeclinedAsync(Letter letter, CancellationToken cancellationToken) =>
        db.Letters.AnyAsync(
            l => l.AboutId == letter.AboutId && l.Template == templates.ReturnDeclined.Name && l.AboutVersion > letter.AboutVersion,
            cancellationToken
        );

    private Task<bool> IsSettledAsync(Letter letter, CancellationToken cancellationToken) =>
        db.Settled.AnyAsync(r => r.Id == letter.AboutId && r.Version > letter.AboutVersion, cancellationToken);

    // One letter that cannot be sent must not hold back the others. Stopping the process does not break off a handover, because half a
    // conversation leaves a letter in doubt.
    private async Task<MailAnswer> SendAsync(Letter letter, DateTimeOffset now)
    {
        try
        {
            var code = letter.Code is { } sealedCode ? SealedCode.Open(codes.Keys, sealedCode) : SealedCode.Place;
            if (Mail.Of(letter, office, now, code) is not { } mail)
                return MailAnswer.Never("The recipient has no usable e-mail address.");
            if (!provider.KnowsItsLetters || await handovers.BeginAsync(letter.Id, now, CancellationToken.None) is not { } earlier)
                return await provider.SendAsync(mail, CancellationToken.None);
            if (now - earlier < 2 * Handovers.LongestAttempt)
                return MailAnswer.Later("Another attempt may still be under way.");
            return await provider.HasAsync(letter.Id, CancellationToken.None)
                ? MailAnswer.Taken
                : await provider.SendAsync(mail, CancellationToken.None);
        }
        catch (Exception e)
        {
            return MailAnswer.Later(e.Message);
        }
    }

    private void Note(Letter letter, MailAnswer answer, DateTimeOffset now)
    {
        if (answer.Kind == MailAnswerKind.Taken)
            letter.Sent(now);
        else if (answer.Kind == MailAnswerKind.Never)
            letter.Refused(answer.Why, now);
        else
            letter.NotTaken(answer.Why, now);
        if (answer.Kind != MailAnswerKind.Taken)
            log.LogWarning(
                "Letter {LetterId} was not taken, attempt {Attempt}, now {State}: {Why}",
                letter.Id,
                letter.Attempts,
                letter.State,
                Letter.WithoutAddresses(answer.Why)
            );
    }
}
