using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Bids.Grants;

/// <summary>Lets variations count whose day has come.</summary>
internal sealed class BringGrantsUpToDate(BidsContext db, TimeProvider time) : ISweep
{
    private const int Batch = 50;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var grants = await db
            .Grants.FromSql(
                $"""
                select * from grants where next_from <= {London.DateOf(now)} order by next_from limit {Batch} for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        foreach (var grant in grants)
            grant.BringUpTo(now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return grants.Count;
    }
}
