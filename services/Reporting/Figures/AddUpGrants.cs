using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Reporting.Figures;

/// <summary>Adds up grants that a rebuild has filled, a few hundred at a time.</summary>
internal sealed class AddUpGrants(ReportingContext db, GrantSums sums) : ISweep
{
    private const int Batch = 250;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var grants = await db
            .Grants.AsNoTracking()
            .Where(g => !g.IsAddedUp)
            .OrderBy(g => g.Id)
            .Take(Batch)
            .Select(g => g.Id)
            .ToListAsync(cancellationToken);
        if (grants.Count == 0)
            return 0;
        await sums.LockAsync(grants, cancellationToken);
        await sums.AddUpAsync(grants, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return grants.Count;
    }
}
