using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Returns.Chasing;

/// <summary>
/// Takes the returns whose chasing is due, uses the highest rung due for each, and notes when to look again. Reads no other returns.
/// </summary>
internal sealed class ChaseOverdueReturns(ReturnsContext db, TimeProvider time) : ISweep
{
    private const int Batch = 100;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db
            .Returns.FromSql(
                $"select * from returns where next_chase_at <= {now} order by next_chase_at limit {Batch} for update skip locked"
            )
            .ToListAsync(cancellationToken);
        var names = due.Select(r => r.Programme).Distinct();
        var programmes = await db
            .Programmes.AsNoTracking()
            .Where(p => names.Contains(p.Name))
            .ToDictionaryAsync(p => p.Name, cancellationToken);
        foreach (var chased in due)
            chased.Chase(now, programmes[chased.Programme].LadderOf(chased, London.DateOf(now)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }
}
