using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Notifications.Data;
using Platform.Notifications.Delivery;
using Platform.Notifications.Model;
using Platform.Notifications.Templates;

namespace Platform.Notifications.Operations;

/// <summary>
/// Writes one letter to each recipient that has none for this occasion yet; where there is no recipient, raises an alert and writes to the officers.
/// The consumer's transaction saves it.
/// </summary>
internal sealed class WriteLetters(NotificationsContext db, LetterTemplates templates, Office office, TimeProvider time)
{
    public async Task RunAsync<TFields>(
        Occasion occasion, LetterTemplate<TFields> template, Func<Office, string, TFields> fields, CancellationToken cancellation) where TFields : LetterFields
    {
        var contacts = db.Contacts.Where(c => c.Active);
        contacts = occasion.Only is { UserId: var only }
            ? contacts.Where(c => c.UserId == only)
            : contacts.Where(c => c.UserId == occasion.Also || (c.Partnership == occasion.Partnership && c.Roles.Any(r => occasion.Roles.Contains(r))));
        var recipients = await contacts.ToListAsync(cancellation);
        if (recipients.Count > 0)
            await AddAsync(occasion, recipients, to => template.Render(fields(office, to)), cancellation);
        else
            await AlertAsync(occasion, template.Render(fields(office, occasion.Partnership?.Name ?? "")).Subject, cancellation);
    }

    private async Task AlertAsync(Occasion occasion, string subject, CancellationToken cancellation)
    {
        var id = Alert.IdOf(occasion.About, occasion.Kind);
        if (await db.Alerts.AnyAsync(a => a.Id == id, cancellation)) return;
        db.Add(Alert.RecipientMissing(occasion.About, occasion.Kind, occasion.Partnership, occasion.Roles, subject, time.GetUtcNow()));
        await TellOfficersAsync(new(id, 1, "nobody to write to", occasion.Partnership, [Roles.Officer]),
            to => templates.RecipientMissing.Render(new(office, to, occasion.Partnership, occasion.Roles, occasion.Only?.Name, subject)), cancellation);
    }

    /// <summary>Tells the officers that a letter failed for good; of a letter to officers, nobody is told: it stands in the list.</summary>
    public Task ReportAsync(Letter failed, CancellationToken cancellation) => failed.IsToOfficers
        ? Task.CompletedTask
        : TellOfficersAsync(new(failed.Id, failed.Version, "letter failed", failed.Partnership, [Roles.Officer]),
            to => templates.LetterFailed.Render(new(office, to, failed.Partnership, failed.Id, failed.ToName, failed.Subject, failed.LastError ?? "")), cancellation);

    private async Task TellOfficersAsync(Occasion occasion, Func<string, Draft> render, CancellationToken cancellation) => await AddAsync(
        occasion, await db.Contacts.Where(c => c.Active && c.Roles.Contains(Roles.Officer)).ToListAsync(cancellation), render, cancellation);

    private async Task AddAsync(Occasion occasion, IReadOnlyList<KnownContact> recipients, Func<string, Draft> render, CancellationToken cancellation)
    {
        var ids = recipients.Select(r => Letter.IdOf(occasion.About, occasion.Kind, r.UserId)).ToList();
        var written = await db.Letters.Where(l => ids.Contains(l.Id)).Select(l => l.RecipientId).ToListAsync(cancellation);
        var now = time.GetUtcNow();
        // Were the same event handled twice at once, the primary key would refuse the second insert, and its retry would find the letter written.
        db.AddRange(recipients.Where(r => !written.Contains(r.UserId)).Select(r => Letter.Write(occasion, r, render(r.Name), now)));
    }
}
