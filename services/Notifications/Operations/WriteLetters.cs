using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Notifications.Data;
using Platform.Notifications.Delivery;
using Platform.Notifications.Model;
using Platform.Notifications.Templates;

namespace Platform.Notifications.Operations;

/// <summary>Why a letter is written, and to whom.</summary>
/// <param name="About">The bid, grant or return.</param>
/// <param name="Kind">With <paramref name="About"/> and the recipient, what makes the letter this one: "rung +5".</param>
/// <param name="Partnership">Whose contacts are written to.</param>
/// <param name="Roles">In any of these roles.</param>
/// <param name="Also">Written to beside them, when an active contact.</param>
internal sealed record Occasion(Guid About, string Kind, Partnership Partnership, IReadOnlyList<string> Roles, Guid? Also = null);

/// <summary>
/// Writes one letter to each recipient that has none for this occasion yet; where there is no recipient, raises an alert and writes to the officers.
/// The consumer's transaction saves it.
/// </summary>
internal sealed class WriteLetters(NotificationsContext db, LetterTemplates templates, Office office, TimeProvider time)
{
    public async Task RunAsync<TFields>(
        Occasion occasion, LetterTemplate<TFields> template, Func<Office, string, TFields> fields, CancellationToken cancellation) where TFields : LetterFields
    {
        var recipients = await db.Contacts
            .Where(c => c.Active && (c.UserId == occasion.Also || (c.Partnership == occasion.Partnership && c.Roles.Any(r => occasion.Roles.Contains(r)))))
            .ToListAsync(cancellation);
        if (recipients.Count > 0)
            await AddAsync(occasion.About, occasion.Kind, occasion.Partnership, recipients, to => template.Render(fields(office, to)), cancellation);
        else
            await AlertAsync(occasion, template.Render(fields(office, occasion.Partnership.Name)).Subject, cancellation);
    }

    private async Task AlertAsync(Occasion occasion, string subject, CancellationToken cancellation)
    {
        var id = Alert.IdOf(occasion.About, occasion.Kind);
        if (await db.Alerts.AnyAsync(a => a.Id == id, cancellation)) return;
        db.Add(Alert.RecipientMissing(occasion.About, occasion.Kind, occasion.Partnership, occasion.Roles, subject, time.GetUtcNow()));
        var officers = await db.Contacts.Where(c => c.Active && c.Roles.Contains(Roles.Officer)).ToListAsync(cancellation);
        await AddAsync(id, "alert", occasion.Partnership, officers,
            to => templates.RecipientMissing.Render(new(office, to, occasion.Partnership, occasion.Roles, subject)), cancellation);
    }

    private async Task AddAsync(
        Guid about, string kind, Partnership partnership, IReadOnlyList<KnownContact> recipients, Func<string, Draft> render, CancellationToken cancellation)
    {
        var ids = recipients.Select(r => Letter.IdOf(about, kind, r.UserId)).ToList();
        var written = await db.Letters.Where(l => ids.Contains(l.Id)).Select(l => l.RecipientId).ToListAsync(cancellation);
        var now = time.GetUtcNow();
        // The same event under two message ids at once: the second insert is refused by the primary key, and its retry finds the letter written.
        db.AddRange(recipients.Where(r => !written.Contains(r.UserId)).Select(r => Letter.Write(about, kind, partnership, r, render(r.Name), now)));
    }
}
