using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.ServiceDefaults.Files;

/// <summary>What is asked of the files of one thing.</summary>
public static class AttachmentQueries
{
    /// <summary>Those that count: not removed, and without a virus.</summary>
    public static IQueryable<TFile> ThatCount<TFile>(this IQueryable<TFile> files)
        where TFile : StoredAttachment => files.Where(a => a.RemovedAt == null && a.Scan != ScanState.Infected);

    /// <summary>The files, oldest first: as they are for their partnership, as they were last handed in for everybody else.</summary>
    /// <param name="files">Of one thing.</param>
    /// <param name="caller">Who looks.</param>
    /// <param name="handedInAt">When it was last handed in; null where it was not.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<IReadOnlyList<TFile>> SeenByAsync<TFile>(
        this IQueryable<TFile> files,
        Caller caller,
        DateTimeOffset? handedInAt,
        CancellationToken cancellation
    )
        where TFile : StoredAttachment
    {
        files = caller.Partnership is not null
            ? files.Where(a => a.RemovedAt == null)
            : files.Where(a => a.HandedInAt <= handedInAt && (a.RemovedAt == null || a.RemovedAt > handedInAt));
        return await files.OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(cancellation);
    }

    /// <summary>Hands in the files of what is being handed in.</summary>
    public static async Task<IReadOnlyList<SubmittedFile>> HandInAsync<TFile>(
        this IQueryable<TFile> files,
        DateTimeOffset at,
        CancellationToken cancellation
    )
        where TFile : StoredAttachment =>
        [.. (await files.ThatCount().OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(cancellation)).Select(f => f.HandIn(at))];

    /// <summary>Makes the files of one thing what they were when it was last handed in.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="files">Of that thing, removed ones too.</param>
    /// <param name="handedIn">The files that were handed in then.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task RestoreAsync<TFile>(
        this DbContext db,
        IQueryable<TFile> files,
        IReadOnlyList<SubmittedFile> handedIn,
        DateTimeOffset at,
        CancellationToken cancellation
    )
        where TFile : StoredAttachment
    {
        foreach (var file in await files.ToListAsync(cancellation))
        {
            file.Restore(handedIn, at);
            await db.DeleteContentAsync(file, cancellation);
        }
    }
}
