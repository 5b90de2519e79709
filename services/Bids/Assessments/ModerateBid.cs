using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments;

internal sealed class ModerateBid(BidsContext db, Caller caller)
{
    /// <param name="reference">The bid.</param>
    /// <param name="typed">What was agreed.</param>
    /// <param name="readVersion">0 where nothing had been agreed yet.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> RunAsync(string reference, ModerationAnswers typed, int readVersion, CancellationToken cancellationToken)
    {
        var bid = await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Reference == reference, cancellationToken);
        if (bid is null)
            return Result.NotFound;
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == bid.RoundId, cancellationToken);
        var assessments = await db.Assessments.AsNoTracking().Where(a => a.BidId == bid.Id).ToListAsync(cancellationToken);
        var moderation = await db.Moderations.SingleOrDefaultAsync(m => m.BidId == bid.Id, cancellationToken);
        var isFirst = moderation is null;
        moderation ??= Moderation.Of(bid);
        var result = moderation.Agree(typed, bid, round, assessments, readVersion, caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        if (isFirst)
            db.Add(moderation);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsReferenceTaken<Moderation>(db))
        {
            return Result.Stale;
        }
    }
}
