using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;

namespace Platform.Forms.Attachments;

/// <summary>Queries for the files of forms.</summary>
public static class AttachmentQueries
{
    /// <summary>All files that a form ever had, removed ones too.</summary>
    public static IQueryable<Attachment> AttachmentsOf(this DbContext db, Form form) =>
        db.Set<Attachment>().Where(a => a.FormId == form.Id);

    /// <summary>The files that count: not removed, and without a virus.</summary>
    public static IQueryable<Attachment> ThatCount(this IQueryable<Attachment> files) =>
        files.Where(a => a.RemovedAt == null && a.Scan != ScanState.Infected);

    /// <summary>The files, oldest first: for their partnership as they stand, for everybody else as last submitted.</summary>
    public static async Task<IReadOnlyList<Attachment>> AttachmentsAsync(
        this DbContext db,
        Form form,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (all, handedInAt) = (db.AttachmentsOf(form).AsNoTracking(), form.SubmittedAt);
        var seen = caller.Partnership is not null
            ? all.Where(a => a.RemovedAt == null)
            : all.Where(a => a.HandedInAt <= handedInAt && (a.RemovedAt == null || a.RemovedAt > handedInAt));
        return await seen.OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
    }

    /// <summary>One file that the caller may open; null where there is none.</summary>
    public static async Task<Attachment?> AttachmentAsync(
        this DbContext db,
        Form form,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        Attachment.AreSeenBy(caller, form)
        && await db.AttachmentsOf(form).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { } file
        && file.IsSeenBy(caller)
            ? file
            : null;

    /// <summary>Hands in the files of a form that is being submitted: those that are not removed and have no virus.</summary>
    internal static async Task<IReadOnlyList<SubmittedFile>> HandInAsync(
        this DbContext db,
        Form form,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await db.AttachmentsOf(form).ThatCount().OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken)).Select(
                f => f.HandIn(at)
            ),
        ];

    /// <summary>Puts the files of a form back as they were when it was last submitted.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="form">Whose they are.</param>
    /// <param name="handedIn">The files that were handed in then.</param>
    /// <param name="at">When the form is restored.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RestoreAttachmentsAsync(
        this DbContext db,
        Form form,
        IReadOnlyList<SubmittedFile> handedIn,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        foreach (var file in await db.AttachmentsOf(form).ToListAsync(cancellationToken))
        {
            file.Restore(handedIn, at);
            await db.DeleteContentAsync(file, cancellationToken);
        }
    }

    /// <summary>Has the content deleted a day after its file was removed, unless it was ever handed in.</summary>
    internal static async Task DeleteContentAsync(this DbContext db, Attachment file, CancellationToken cancellationToken)
    {
        if (
            file is { RemovedAt: { } at, HandedInAt: null }
            && await db.Set<StoredFile>().FindAsync([file.Id], cancellationToken) is { } stored
        )
            stored.DeleteAt = at + StoredFile.KeptUnused;
    }
}
