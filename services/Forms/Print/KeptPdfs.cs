using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Files;

namespace Platform.Forms.Print;

/// <summary>
/// Keeps a PDF for as long as it is likely to be asked for again. It is known by what it was printed from, so a submission has one until
/// the page that prints it changes.
/// </summary>
public sealed class KeptPdfs(DbContext db, IFileStore store, ToPdf toPdf, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Whether a PDF can be made.</summary>
    public bool IsPossible => toPdf.IsPossible;

    /// <summary>The PDF of a document: the one that is kept, or a new one.</summary>
    /// <returns>Null where it was not finished in time.</returns>
    public async Task<byte[]?> RunAsync(string html, CancellationToken cancellationToken)
    {
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(html)).AsSpan(0, 16));
        if (await FindAsync(id, cancellationToken) is { } kept)
            return kept;
        await using var printed = await toPdf.RunAsync(html, cancellationToken);
        if (printed is null)
            return null;
        using var bytes = new MemoryStream();
        await printed.CopyToAsync(bytes, cancellationToken);
        await KeepAsync(id, bytes.ToArray(), cancellationToken);
        return bytes.ToArray();
    }

    private async Task<byte[]?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadAsync(
                id,
                async stream =>
                {
                    using var bytes = new MemoryStream();
                    await stream.CopyToAsync(bytes, cancellationToken);
                    return bytes.ToArray();
                },
                cancellationToken
            );
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    // Of two who print the same at once, one keeps it. The note comes first: content without one would stay for ever.
    private async Task KeepAsync(Guid id, byte[] content, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Kept;
        if (
            await db.Database.ExecuteSqlAsync(
                $"insert into stored_files (id, delete_at) values ({id}, {until}) on conflict do nothing",
                cancellationToken
            ) == 1
        )
            await store.WriteAsync(id, content, cancellationToken);
    }
}
