using Microsoft.EntityFrameworkCore;
using Platform.Notifications.Data;
using Platform.Notifications.Templates;

namespace Platform.Notifications.Operations;

/// <summary>The words that a letter is written in now: the newest version that an administrator saved, else those that are built in.</summary>
internal sealed class TemplateTexts(NotificationsContext db)
{
    public async Task<(int Version, TemplateText Words)> NewestAsync(LetterTemplate template, CancellationToken cancellation)
    {
        var saved = await db.TemplateVersions.AsNoTracking().Where(t => t.Name == template.Name).OrderByDescending(t => t.Version).FirstOrDefaultAsync(cancellation);
        return saved is null ? (0, new(template.Subject, template.Body)) : (saved.Version, new(saved.Subject, saved.Body));
    }

    /// <summary>Writes a letter in the words of now.</summary>
    public async Task<Func<TFields, Draft>> WriterAsync<TFields>(LetterTemplate<TFields> template, CancellationToken cancellation) where TFields : LetterFields
    {
        var (version, words) = await NewestAsync(template, cancellation);
        return fields =>
        {
            var values = LetterTemplate<TFields>.ValuesOf(fields);
            return words.Render(values) with { Template = template.Name, TemplateVersion = version, Fields = FieldValue.Write(values) };
        };
    }
}
