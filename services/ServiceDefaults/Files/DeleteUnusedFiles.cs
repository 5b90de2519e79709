using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Jobs;

namespace Platform.ServiceDefaults.Files;

/// <summary>Deletes contents that nothing refers to: infected ones at once, removed files and broken uploads after a day.</summary>
public sealed class DeleteUnusedFiles(DbContext db, IFileStore files, TimeProvider time) : ISweep
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var unused = await db.Set<StoredFile>()
            .FromSql($"select * from stored_files where delete_at <= {now} order by delete_at limit 1 for update skip locked")
            .SingleOrDefaultAsync(cancellationToken);
        if (unused is null)
            return 0;
        await files.DeleteAsync(unused.Id, cancellationToken);
        db.Remove(unused);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return 1;
    }
}
