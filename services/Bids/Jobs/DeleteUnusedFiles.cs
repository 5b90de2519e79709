using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Files;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Bids.Jobs;

/// <summary>Deletes the contents that no bid has: infected ones at once, removed ones and those of an upload that ended half way after a day.</summary>
internal sealed class DeleteUnusedFiles(BidsContext db, IFileStore files, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var unused = await db.StoredFiles.FromSql($"select * from stored_files where delete_at <= {now} order by delete_at limit 1 for update skip locked").SingleOrDefaultAsync(cancellation);
        if (unused is null) return 0;
        await files.DeleteAsync(unused.Id, cancellation);
        db.Remove(unused);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return 1;
    }
}
