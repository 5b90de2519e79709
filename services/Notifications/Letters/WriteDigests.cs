using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Notifications.Letters;

/// <summary>
/// Puts what was collected for somebody into one letter, at 8am on working days in London: one per person and day, however often it runs.
/// The next run catches up with a missed day.
/// </summary>
internal sealed class WriteDigests(
    NotificationsContext db,
    LetterTemplates templates,
    TemplateTexts texts,
    Office office,
    TimeProvider time
) : ISweep
{
    private static readonly TimeOnly Hour = new(8, 0);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow();
        var day = LatestDay(now);
        var until = London.At(day, Hour);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await NextAsync(day, until, cancellationToken) is not { } recipient)
            return 0;
        // A second replica waits here, and then finds nothing left to collect.
        var letters = await db
            .Letters.FromSql(
                $"""
                select * from letters where recipient_id = {recipient} and state = {nameof(
                    LetterState.Collected
                )} and digest_id is null and queued_at < {until}
                order by position for update
                """
            )
            .ToListAsync(cancellationToken);
        await PutTogetherAsync(recipient, letters, day, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return 1;
    }

    // Whoever has had this day's letter waits for the next day's.
    private async Task<Guid?> NextAsync(DateOnly day, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var waiting = await db
            .Letters.Where(l => l.State == LetterState.Collected && l.DigestId == null && l.QueuedAt < until)
            .Select(l => l.RecipientId)
            .Distinct()
            .ToListAsync(cancellationToken);
        var digests = waiting.ToDictionary(person => Letter.IdOf(person, Kind(day), person));
        var had = await db.Letters.Where(l => digests.Keys.Contains(l.Id)).Select(l => l.Id).ToListAsync(cancellationToken);
        return digests.Where(d => !had.Contains(d.Key)).Select(d => (Guid?)d.Value).FirstOrDefault();
    }

    private async Task PutTogetherAsync(
        Guid recipient,
        List<Letter> letters,
        DateOnly day,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var settled = await SettledAsync(letters, cancellationToken);
        foreach (var done in letters.Where(settled.Contains))
            done.Withdraw("what it asks for is done", now);
        letters.RemoveAll(settled.Contains);
        if (letters.Count == 0)
            return;
        if (await db.Contacts.SingleOrDefaultAsync(c => c.UserId == recipient && c.Active, cancellationToken) is not { } to)
        {
            foreach (var letter in letters)
                letter.Withdraw("its recipient gets no letters of the office any more", now);
            return;
        }
        var write = await texts.WriterAsync(templates.DailyDigest, cancellationToken);
        var occasion = new Occasion(recipient, 1, Kind(day), null, [Roles.Officer]) { IsUrgent = true };
        var digest = Letter.Write(occasion, to, write(new(office, to.Name, day, [.. letters.Select(l => l.Line(office))])), now);
        db.Add(digest);
        foreach (var letter in letters)
            letter.PutInto(digest.Id);
    }

    private async Task<HashSet<Letter>> SettledAsync(List<Letter> letters, CancellationToken cancellationToken)
    {
        var about = letters.Where(l => l.IsRequest).Select(l => l.AboutId).ToList();
        var done = await db
            .Settled.AsNoTracking()
            .Where(s => about.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, s => s.Version, cancellationToken);
        return [.. letters.Where(l => l.IsRequest && done.TryGetValue(l.AboutId, out var version) && version > l.AboutVersion)];
    }

    private static string Kind(DateOnly day) => $"daily letter {day:yyyy-MM-dd}";

    /// <summary>The latest working day whose 8am has passed.</summary>
    private static DateOnly LatestDay(DateTimeOffset now)
    {
        var day = London.DateOf(now);
        return WorkingDays.Contains(day) && now >= London.At(day, Hour) ? day : WorkingDays.Add(day, -1);
    }
}
