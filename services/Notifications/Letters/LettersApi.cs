using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Notifications.Letters;

/// <summary>Reading letters, and what became of each.</summary>
internal static class LettersApi
{
    private const int Page = Doors.ApiPage;

    /// <summary>A letter, and what became of it.</summary>
    /// <param name="Id">The letter's id.</param>
    /// <param name="AboutId">The thing that it is about, by id.</param>
    /// <param name="Partnership">Whose contact it went to; null for the commissioner's office.</param>
    /// <param name="ToName">The recipient's name.</param>
    /// <param name="ToAddress">The recipient's address.</param>
    /// <param name="Subject">Its subject.</param>
    /// <param name="State">What became of it.</param>
    /// <param name="QueuedAt">When it was written.</param>
    /// <param name="SentAt">When the mail provider took it; null until then.</param>
    /// <param name="Attempts">How often it was handed to the provider.</param>
    /// <param name="LastError">Why the provider did not take it the last time, or why it was withdrawn; null otherwise.</param>
    /// <param name="AboutReference">What it is about, as its page's address names it: SS5-MEL-01/2024-25-q2.</param>
    /// <param name="DeliveredAt">When the provider says it was delivered; null until then.</param>
    /// <param name="FailedAt">When it was given up or came back; null unless that happened.</param>
    /// <param name="WithdrawnAt">When it was withdrawn because it no longer had any point; null unless it was.</param>
    /// <param name="Template">The template that it was written from.</param>
    /// <param name="TemplateVersion">The version of that template; 0 is the built-in one.</param>
    public sealed record StoredLetter(
        Guid Id,
        Guid AboutId,
        Partnership? Partnership,
        string ToName,
        string ToAddress,
        string Subject,
        LetterState State,
        DateTimeOffset QueuedAt,
        DateTimeOffset? SentAt,
        int Attempts,
        string? LastError,
        string? AboutReference,
        DateTimeOffset? DeliveredAt,
        DateTimeOffset? FailedAt,
        DateTimeOffset? WithdrawnAt,
        string? Template,
        int? TemplateVersion
    );

    /// <summary>A page of letters.</summary>
    /// <param name="Letters">100 at most, the newest first.</param>
    /// <param name="Next">The address of the next page; null on the last.</param>
    public sealed record LettersPage(IReadOnlyList<StoredLetter> Letters, string? Next);

    public static void MapLettersApi(this WebApplication app) =>
        app.MapGet("/api/letters", ListAsync)
            .WithTags("Letters")
            .May(Acts.ReadLetters)
            .Noted(AccessKind.PersonalDataRead)
            .WithSummary("List letters")
            .WithDescription("The newest first, 100 at most.")
            .WithParameter("before", "Where the list continues: next has the whole address.")
            .WithParameter("about", "The reference of what the letters are about, to list those alone: CSP2025-MEL-03.");

    private static async Task<LettersPage> ListAsync(
        NotificationsContext db,
        long? before,
        string? about,
        HttpResponse http,
        CancellationToken cancellationToken
    )
    {
        var letters = await db
            .Letters.AsNoTracking()
            .Where(l => (before == null || l.Position < before) && (about == null || l.AboutReference == about))
            .OrderByDescending(l => l.Position)
            .Take(Page)
            .Select(l => new
            {
                l.Position,
                Letter = new StoredLetter(
                    l.Id,
                    l.AboutId,
                    l.Partnership,
                    l.ToName,
                    l.ToAddress,
                    l.Subject,
                    l.State,
                    l.QueuedAt,
                    l.SentAt,
                    l.Attempts,
                    l.LastError,
                    l.AboutReference,
                    l.DeliveredAt,
                    l.FailedAt,
                    l.WithdrawnAt,
                    l.Template,
                    l.TemplateVersion
                ),
            })
            .ToListAsync(cancellationToken);
        var next =
            letters.Count == Page
                ? $"/api/letters?before={letters[^1].Position}" + (about is null ? "" : $"&about={Uri.EscapeDataString(about)}")
                : null;
        if (next is not null)
            http.Headers.Link = $"<{next}>; rel=\"next\"";
        return new([.. letters.Select(l => l.Letter)], next);
    }
}
