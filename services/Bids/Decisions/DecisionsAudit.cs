using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Audit;

namespace Platform.Bids.Decisions;

/// <summary>Checks that a decision record's columns, and the notes of who signed it, say what was signed.</summary>
internal sealed class DecisionsAudit(BidsContext db) : IAuditCheck
{
    public async IAsyncEnumerable<string> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var signed = await db.DecisionSignatures.AsNoTracking().IgnoreQueryFilters().ToListAsync(cancellationToken);
        var by = signed.ToLookup(s => s.DecisionId);
        await foreach (var record in db.Decisions.AsNoTracking().IgnoreQueryFilters().AsAsyncEnumerable())
        {
            if (!record.IsAsSigned)
                yield return $"Decision record {record.Reference}: its row is not what was signed.";
            if (
                record.Commissioner is { } commissioner
                && !record.Bids.ToHashSet().SetEquals(by[record.Id].Where(s => s.Signer == commissioner).Select(s => s.BidReference))
            )
                yield return $"Decision record {record.Reference}: the notes of who signed it for which bid were changed.";
        }
    }
}
