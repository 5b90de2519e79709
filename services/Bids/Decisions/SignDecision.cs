using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions;

/// <summary>The commissioner signs: the record, its bids and their grants, or nothing.</summary>
internal sealed class SignDecision(BidsContext db, Caller caller)
{
    public async Task<Result> RunAsync(string reference, int readVersion, Decision? decision, CancellationToken cancellationToken)
    {
        var record = await db.Decisions.SingleOrDefaultAsync(d => d.Reference == reference, cancellationToken);
        if (record is null)
            return Result.NotFound;
        if (record.Version != readVersion)
            return Result.Stale;
        // Asked before the bids are read: an assessor may not find the bid at all, and would be told that it does not exist.
        if (await db.AssessorsOf(record).ContainsAsync(caller.Person.UserId, cancellationToken))
            return AssessorConflict.OfSigner;
        var corrected = await db.CorrectedAsync(record, cancellationToken);
        var covered = await db.CoveredAsync(record.Bids, cancellationToken);
        var granted = await db.GrantedAsync(record, corrected, cancellationToken);
        var result = record.Sign(decision, covered, granted, corrected, caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        Sign(record, covered, granted);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
        // The record, one of its bids or the record that it corrects was changed or signed at the same moment, or a grant was made.
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale;
        }
        catch (DbUpdateException e) when (e.IsReferenceTaken<Grant>(db) || e.IsReferenceTaken<DecisionSignature>(db))
        {
            return Result.Stale;
        }
    }

    // What a signature leaves besides the record and its bids: a note for each bid, and the grants.
    private void Sign(DecisionRecord record, IReadOnlyList<CoveredBid> covered, IReadOnlyCollection<string> granted)
    {
        db.AddRange(
            record.Bids.Select(b => new DecisionSignature
            {
                DecisionId = record.Id,
                BidReference = b,
                Signer = caller.Person.UserId,
            })
        );
        if (record.Details.Decision != Decision.Supported)
            return;
        foreach (var (bid, round, _) in covered.Where(c => !granted.Contains(c.Bid.Reference)))
        {
            var promised = record.Details.Items.Single(i => i.BidReference == bid.Reference);
            // Grants are public without their record too: then nothing that is written in it goes into them.
            if (record.Details.PublishRecord != true)
                promised = promised with { Interventions = [.. promised.Interventions.Select(i => i with { Notes = [] })] };
            if (promised.Interventions.SelectMany(i => i.Awards).All(a => a.Amount == Money.Zero))
                continue;
            db.Add(Grant.Make(bid, round, promised, record.Reference, caller.Person, caller.At));
        }
    }
}
