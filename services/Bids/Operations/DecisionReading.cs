using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;

namespace Platform.Bids.Operations;

/// <summary>What the operations on a record, and its pages, read of others.</summary>
internal static class DecisionReading
{
    public static async Task<IReadOnlyList<CoveredBid>> CoveredAsync(this BidsContext db, IReadOnlyList<string> references, CancellationToken cancellation)
    {
        var bids = await db.Bids.Where(b => references.Contains(b.Reference)).OrderBy(b => b.Reference).ToListAsync(cancellation);
        var roundIds = bids.Select(b => b.RoundId).Distinct().ToList();
        var rounds = await db.Rounds.Where(r => roundIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellation);
        var agreed = await db.Moderations.Where(m => references.Contains(m.BidReference)).ToDictionaryAsync(m => m.BidReference, cancellation);
        return [.. bids.Select(b => new CoveredBid(b, rounds[b.RoundId], agreed.GetValueOrDefault(b.Reference)))];
    }

    /// <summary>The record that this one corrects; null for none.</summary>
    public static Task<DecisionRecord?> CorrectedAsync(this BidsContext db, DecisionRecord record, CancellationToken cancellation) =>
        db.Decisions.SingleOrDefaultAsync(d => d.Reference == record.Details.Supersedes, cancellation);
}
