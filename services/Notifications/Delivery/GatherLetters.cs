using Microsoft.EntityFrameworkCore;

namespace Platform.Notifications.Delivery;

/// <summary>
/// Puts letters that wait for one person into one letter: nobody gets five "To certify", or five reminders, in a minute. The eldest is
/// delivered when it has waited for <c>Mail:GatherSeconds</c>, and takes the others along. The delivery's transaction saves.
/// </summary>
internal sealed class GatherLetters(NotificationsContext db, LetterTemplates templates, TemplateTexts texts, Office office)
{
    /// <summary>The others that would go with a letter, locked; none where it goes by itself.</summary>
    public async Task<IReadOnlyList<Letter>> OthersAsync(Letter eldest, CancellationToken cancellationToken) =>
        eldest.Attempts > 0 || templates.Find(eldest.Template)?.Together is not { } kind
            ? []
            : await db
                .Letters.FromSql(
                    $"""
                    select * from letters where state = {nameof(
                        LetterState.Queued
                    )} and recipient_id = {eldest.RecipientId} and {templates.Gathered}::jsonb ->> template = {kind.Template}
                        and is_rung = {eldest.IsRung} and attempts = 0 and id <> {eldest.Id}
                    order by position for update
                    """
                )
                .ToListAsync(cancellationToken);

    /// <summary>The letters that a letter takes the place of, locked.</summary>
    public async Task<IReadOnlyList<Letter>> MembersAsync(Letter letter, CancellationToken cancellationToken) =>
        templates.Gathering.Contains(letter.Template)
            ? await db
                .Letters.FromSql($"select * from letters where digest_id = {letter.Id} order by position for update")
                .ToListAsync(cancellationToken)
            : [];

    /// <summary>Writes one letter that takes the place of several.</summary>
    public async Task PutTogetherAsync(IReadOnlyList<Letter> letters, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var eldest = letters[0];
        var to = await db.Contacts.SingleAsync(c => c.UserId == eldest.RecipientId, cancellationToken);
        var kind = templates.Find(eldest.Template)!.Together!;
        var draft = templates.Find(kind.Template) is LetterTemplate<RemindersFields> reminders
            ? (await texts.WriterAsync(reminders, cancellationToken))(new(office, to.Name, kind, eldest.Partnership, letters))
            : (await texts.WriterAsync((LetterTemplate<TogetherFields>)templates.Find(kind.Template)!, cancellationToken))(
                new(office, to.Name, kind, [.. letters.Select(l => l.Line(office))])
            );
        var occasion = new Occasion(to.UserId, 1, $"together {eldest.Id:N} {letters[^1].Id:N} {letters.Count}", eldest.Partnership, [])
        {
            IsRung = eldest.IsRung,
        };
        var together = Letter.Write(occasion, to, draft, now);
        db.Add(together);
        foreach (var letter in letters)
            letter.PutInto(together.Id);
    }
}
