using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Notifications.Letters;

/// <summary>Reading letters and how each fared.</summary>
internal static class LettersApi
{
    private const int Page = Doors.ApiPage;

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

    public sealed record LettersPage(IReadOnlyList<StoredLetter> Letters, string? Next);

    public static void MapLettersApi(this WebApplication app) =>
        app.MapGet("/api/letters", ListAsync)
            .WithTags("Letters")
            .May(Acts.ReadLetters)
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
