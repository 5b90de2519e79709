using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Jobs;

namespace Platform.ServiceDefaults.Files;

/// <summary>
/// Deletes the contents that nothing has: infected ones at once, removed ones and those of an upload that ended half way after a day.
/// </summary>
public sealed class DeleteUnusedFiles(DbContext db, IFileStore files, TimeProvider time) : ISweep
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var unused = await db.Set<StoredFile>()
            .FromSql($"select * from stored_files where delete_at <= {now} order by delete_at limit 1 for update skip locked")
            .SingleOrDefaultAsync(cancellation);
        if (unused is null)
            return 0;
        await files.DeleteAsync(unused.Id, cancellation);
        db.Remove(unused);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return 1;
    }
}
