using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;

namespace Platform.Returns.Returns;

internal static class ReturnAttachments
{
    /// <summary>The files of a return, oldest first: as they are for its partnership, as they were last handed in for the office.</summary>
    public static Task<IReadOnlyList<Attachment>> AttachmentsAsync(
        this ReturnsContext db,
        Return owed,
        Caller caller,
        CancellationToken cancellation
    ) => db.Attachments.AsNoTracking().Where(a => a.ReturnId == owed.Id).SeenByAsync(caller, owed.SubmittedAt, cancellation);

    /// <summary>One file that the caller may open.</summary>
    public static async Task<Attachment?> AttachmentAsync(
        this ReturnsContext db,
        Return? owed,
        Guid id,
        Caller caller,
        CancellationToken cancellation
    ) =>
        owed is not null
        && Attachment.AreSeenBy(caller, owed)
        && await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.ReturnId == owed.Id, cancellation) is { } file
        && file.IsSeenBy(caller)
            ? file
            : null;
}
