using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

internal sealed class RecordDecision(BidsContext db, Caller caller)
{
    public sealed record Input(string Reference, string Title, string Summary, Decision Decision, DateOnly DecidedOn, IReadOnlyList<string> Bids);

    public async Task<Result> RunAsync(Input typed, CancellationToken cancellation)
    {
        var taken = Result.Of([new(nameof(typed.Reference), $"There is already a decision {typed.Reference}. Enter another reference")]);
        if (await db.Decisions.AnyAsync(d => d.Reference == typed.Reference, cancellation)) return taken;
        var references = typed.Bids ?? [];
        var bids = await db.Bids.Where(b => references.Contains(b.Reference)).ToListAsync(cancellation);
        var unknown = references.Except(bids.Select(b => b.Reference)).ToList();
        if (unknown.Count > 0) return Result.Of([.. unknown.Select(r => new Problem(nameof(typed.Bids), $"There is no bid {r}"))]);

        var (record, result) = DecisionRecord.Write(typed.Reference, typed.Title, typed.Summary, typed.Decision, typed.DecidedOn, bids, caller.Person, caller.At);
        if (record is null) return result;
        db.Add(record);
        if (typed.Decision == Decision.Supported)
        {
            var roundIds = bids.Select(b => b.RoundId).Distinct();
            var rounds = await db.Rounds.Where(r => roundIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellation);
            db.AddRange(bids.Select(bid => Grant.Make(bid, rounds[bid.RoundId], record.Reference, caller.Person, caller.At)));
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale;
        }
        catch (DbUpdateException e) when (e.IsReferenceTaken<DecisionRecord>(db))
        {
            return taken;
        }
    }
}
