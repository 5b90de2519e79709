using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Returns.Schedule;

/// <summary>
/// Opens the returns whose quarter is over. This only tells people: whether a return can be filled in is decided by when they send it.
/// </summary>
internal sealed class OpenDueReturns(ReturnsContext db, TimeProvider time) : ISweep
{
    private const int Batch = 100;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db
            .Returns.FromSql(
                $"""
                select * from returns where state = {nameof(ReturnState.Scheduled)} and opens_at <= {now}
                order by opens_at limit {Batch} for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        foreach (var opening in due)
            opening.Open(now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }
}
