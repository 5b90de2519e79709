using Microsoft.EntityFrameworkCore;

namespace Platform.Notifications.Templates;

/// <summary>The current wording of letters: the newest version that an administrator saved, otherwise the built-in one.</summary>
internal sealed class TemplateTexts(NotificationsContext db)
{
    /// <summary>The newest wording. Read for each letter, so that every replica uses it at once.</summary>
    public async Task<TemplateVersion> NewestAsync(LetterTemplate template, CancellationToken cancellationToken) =>
        await db
            .TemplateVersions.AsNoTracking()
            .Where(t => t.Name == template.Name)
            .OrderByDescending(t => t.Version)
            .FirstOrDefaultAsync(cancellationToken)
        ?? BuiltIn(template);

    /// <summary>Every version, newest first; the built-in one comes last.</summary>
    public async Task<IReadOnlyList<TemplateVersion>> AllAsync(LetterTemplate template, CancellationToken cancellationToken) =>
        [
            .. await db
                .TemplateVersions.AsNoTracking()
                .Where(t => t.Name == template.Name)
                .OrderByDescending(t => t.Version)
                .ToListAsync(cancellationToken),
            BuiltIn(template),
        ];

    /// <summary>Writes a letter in the current wording.</summary>
    public async Task<Func<TFields, Draft>> WriterAsync<TFields>(LetterTemplate<TFields> template, CancellationToken cancellationToken)
        where TFields : LetterFields
    {
        var newest = await NewestAsync(template, cancellationToken);
        // It was checked when it was saved, but a later release may have taken a field away.
        if (TemplateCheck.Problems(template, newest.Subject, newest.Body).Count > 0)
            newest = BuiltIn(template);
        var words = new TemplateText(newest.Subject, newest.Body);
        return fields =>
        {
            var values = LetterTemplate<TFields>.ValuesOf(fields);
            return words.Render(values) with
            {
                Template = template.Name,
                TemplateVersion = newest.Version,
                Fields = FieldValue.Write(values),
                Enclosed = fields.Enclosed(),
            };
        };
    }

    /// <summary>The data to preview a template with: the fields of the latest letter written from it, and examples for the rest.</summary>
    /// <returns>The letter's recipient; null where there is no letter.</returns>
    public async Task<(IReadOnlyDictionary<string, FieldValue> Fields, Letter? Of)> SampleAsync(
        LetterTemplate template,
        CancellationToken cancellationToken
    )
    {
        var letter = await db
            .Letters.AsNoTracking()
            .Where(l => l.Template == template.Name && l.Fields != null)
            .OrderByDescending(l => l.Position)
            .FirstOrDefaultAsync(cancellationToken);
        var fields = template.Fields.Values.ToDictionary(f => f.Name, f => f.Example);
        if (letter?.Fields is { } written)
            foreach (var (name, value) in FieldValue.Read(written))
                fields[name] = value;
        return (fields, letter);
    }

    private static TemplateVersion BuiltIn(LetterTemplate template) =>
        new()
        {
            Name = template.Name,
            Subject = template.Subject,
            Body = template.Body,
        };
}
