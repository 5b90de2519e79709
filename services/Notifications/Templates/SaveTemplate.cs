using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Templates;

/// <summary>Saves a template's wording as its next version. Mistakes are found here, not when a letter is written.</summary>
internal sealed class SaveTemplate(NotificationsContext db, TemplateTexts texts, Caller caller)
{
    /// <param name="template">The template.</param>
    /// <param name="read">The version that the caller read.</param>
    /// <param name="subject">The subject line.</param>
    /// <param name="body">Paragraphs and lists.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> RunAsync(LetterTemplate template, int read, string subject, string body, CancellationToken cancellationToken)
    {
        (subject, body) = (TypedText.Tidy(subject), TypedText.Tidy(body));
        if (TemplateCheck.Problems(template, subject, body) is { Count: > 0 } problems)
            return Result.Of(problems);
        var newest = await texts.NewestAsync(template, cancellationToken);
        if (newest.Version != read)
            return Result.Stale;
        if (newest.Subject == subject && newest.Body == body)
            return Result.Done;
        db.Add(
            new TemplateVersion
            {
                Name = template.Name,
                Version = read + 1,
                Subject = subject,
                Body = body,
                SavedAt = caller.At,
                SavedById = caller.Person.UserId,
                SavedBy = caller.Person.Name,
            }
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Result.Stale;
        }
    }
}
