using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Writes one letter to each recipient who has none for this occasion yet. If nobody can receive it, raises an alert and writes to the
/// officers. The consumer's transaction saves.
/// </summary>
internal sealed class WriteLetters(
    NotificationsContext db,
    LetterTemplates templates,
    TemplateTexts texts,
    Office office,
    IConfiguration configuration,
    TimeProvider time
)
{
    public async Task RunAsync<TFields>(
        Occasion occasion,
        LetterTemplate<TFields> template,
        Func<Office, string, TFields> fields,
        CancellationToken cancellationToken
    )
        where TFields : LetterFields
    {
        var write = await texts.WriterAsync(template, cancellationToken);
        var recipients = await RecipientsAsync(occasion, cancellationToken);
        if (recipients.Count == 0 && !occasion.MayBeNobody)
        {
            recipients = await RecipientsAsync(occasion with { Roles = occasion.Instead, Also = [] }, cancellationToken);
            var subject = write(fields(office, occasion.Partnership?.Name ?? "")).Subject;
            await AlertAsync(occasion, subject, [.. recipients.Select(r => r.Name)], cancellationToken);
        }
        var others = (await RecipientsAsync(occasion with { Roles = occasion.Except, Also = [] }, cancellationToken))
            .Select(Address)
            .ToHashSet();
        await AddAsync(
            occasion,
            [.. recipients.Where(r => !others.Contains(Address(r)))],
            to => fields(office, to),
            write,
            cancellationToken,
            Wait(occasion, template)
        );
    }

    /// <summary>Writes one letter to that person, who need not be a contact yet.</summary>
    public async Task ToAsync<TFields>(
        Occasion occasion,
        KnownContact to,
        LetterTemplate<TFields> template,
        Func<Office, string, TFields> fields,
        CancellationToken cancellationToken
    )
        where TFields : LetterFields =>
        await AddAsync(
            occasion,
            [to],
            name => fields(office, name),
            await texts.WriterAsync(template, cancellationToken),
            cancellationToken
        );

    // How long a letter waits for others of its kind: a rung not so long that the office has closed.
    private TimeSpan Wait(Occasion occasion, LetterTemplate template)
    {
        var (now, wait) = (time.GetUtcNow(), TimeSpan.FromSeconds(configuration.GetValue("Mail:GatherSeconds", 60.0)));
        return template.Together is null || (occasion.IsRung && OfficeHours.Contain(now) && !OfficeHours.Contain(now + wait))
            ? TimeSpan.Zero
            : wait;
    }

    // Somebody whom an officer entered and who later got an account is the same person.
    private async Task<IReadOnlyList<KnownContact>> RecipientsAsync(Occasion occasion, CancellationToken cancellationToken)
    {
        if (occasion.Roles.Count == 0)
            return [];
        var contacts = db.Contacts.Where(c => c.Active && !occasion.Barred.Contains(c.UserId));
        contacts = occasion.Only is { UserId: var only }
            ? contacts.Where(c => c.UserId == only && c.Roles.Any(r => occasion.Roles.Contains(r)))
            : contacts.Where(c =>
                c.Partnership == occasion.Partnership && (occasion.Also.Contains(c.UserId) || c.Roles.Any(r => occasion.Roles.Contains(r)))
            );
        return [.. (await contacts.ToListAsync(cancellationToken)).OrderByDescending(c => c.HasAccount).DistinctBy(Address)];
    }

    private static string Address(KnownContact contact) => contact.Email.ToLowerInvariant();

    /// <summary>Tells the officers that a letter failed for good. If it was to officers, only the list of alerts shows it.</summary>
    public Task ReportAsync(Letter failed, CancellationToken cancellationToken) =>
        failed.IsToOfficers
            ? Task.CompletedTask
            : TellOfficersAsync(
                new(failed.Id, failed.Version, "letter failed", failed.Partnership, [Roles.Officer]),
                templates.LetterFailed,
                to => new(office, to, failed.Partnership, failed.Id, failed.ToName, failed.Subject, failed.LastError ?? ""),
                cancellationToken
            );

    private async Task AlertAsync(Occasion occasion, string subject, IReadOnlyList<string> instead, CancellationToken cancellationToken)
    {
        var id = Alert.IdOf(occasion.About, occasion.Kind);
        if (await db.Alerts.AnyAsync(a => a.Id == id, cancellationToken))
            return;
        db.Add(Alert.RecipientMissing(occasion.About, occasion.Kind, occasion.Partnership, occasion.Roles, subject, time.GetUtcNow()));
        var barred = (await RecipientsAsync(occasion with { Barred = [] }, cancellationToken)).Count > 0 ? occasion.BarredAs : "";
        await TellOfficersAsync(
            new(id, 1, "nobody to write to", occasion.Partnership, [Roles.Officer]),
            templates.RecipientMissing,
            to => new(office, to, occasion.Partnership, occasion.Roles, occasion.Only?.Name, subject, instead, barred),
            cancellationToken
        );
    }

    private async Task TellOfficersAsync<TFields>(
        Occasion occasion,
        LetterTemplate<TFields> template,
        Func<string, TFields> fields,
        CancellationToken cancellationToken
    )
        where TFields : LetterFields
    {
        var officers = await db.Contacts.Where(c => c.Active && c.Roles.Contains(Roles.Officer)).ToListAsync(cancellationToken);
        await AddAsync(
            occasion with
            {
                IsUrgent = true,
            },
            officers,
            fields,
            await texts.WriterAsync(template, cancellationToken),
            cancellationToken
        );
    }

    private async Task AddAsync<TFields>(
        Occasion occasion,
        IReadOnlyList<KnownContact> recipients,
        Func<string, TFields> fields,
        Func<TFields, Draft> write,
        CancellationToken cancellationToken,
        TimeSpan wait = default
    )
        where TFields : LetterFields
    {
        var ids = recipients.Select(r => Letter.IdOf(occasion.About, occasion.Kind, r.UserId)).ToList();
        var written = await db.Letters.Where(l => ids.Contains(l.Id)).Select(l => l.RecipientId).ToListAsync(cancellationToken);
        var daily = await DailyAsync(occasion, recipients, cancellationToken);
        var now = time.GetUtcNow();
        // If the same event is handled twice at once, the primary key refuses the second insert, and its retry finds the letter.
        foreach (var to in recipients.Where(r => !written.Contains(r.UserId)))
        {
            var about = fields(to.Name);
            db.Add(
                Letter.Write(occasion with { Reference = about.AboutReference() }, to, write(about), now, daily.Contains(to.UserId), wait)
            );
        }
    }

    // Only letters to the office can wait for a daily letter.
    private async Task<IReadOnlyList<Guid>> DailyAsync(
        Occasion occasion,
        IReadOnlyList<KnownContact> recipients,
        CancellationToken cancellationToken
    )
    {
        if (occasion.Partnership is not null || occasion.IsUrgent)
            return [];
        var people = recipients.Select(r => r.UserId).ToList();
        return await db
            .Preferences.Where(p => p.DailyDigest && people.Contains(p.UserId))
            .Select(p => p.UserId)
            .ToListAsync(cancellationToken);
    }
}
