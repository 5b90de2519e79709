using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Notifications.Letters;

/// <summary>A letter as an e-mail file.</summary>
internal static class LetterFile
{
    public static void MapLetterFile(this WebApplication app) =>
        app.MapGet("/notifications/{id:guid}.eml", DownloadAsync)
            .ExcludeFromDescription()
            .May(Acts.ReadLetters)
            .Noted(AccessKind.Exported)
            .RequireRateLimiting(Limits.Export);

    /// <summary>The e-mail, byte for byte as a folder gets it.</summary>
    /// <returns>Null where the recipient has no usable address.</returns>
    public static byte[]? Of(Letter letter, Office office) =>
        Mail.Of(letter, office, letter.SentAt ?? letter.QueuedAt) is { } mail ? mail.File() : null;

    private static async Task<IResult> DownloadAsync(
        Guid id,
        NotificationsContext db,
        Office office,
        CancellationToken cancellationToken
    ) =>
        await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is { } letter
        && Of(letter, office) is { } file
            ? Results.File(file, "message/rfc822", $"letter-{id}.eml")
            : Results.NotFound();
}
