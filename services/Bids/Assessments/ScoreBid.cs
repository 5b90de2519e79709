using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments;

/// <summary>Saves some or all of an assessor's scores, or completes the assessment.</summary>
internal sealed class ScoreBid(BidsContext db, ScoreSheets sheets, Caller caller)
{
    public async Task<Result> RunAsync(
        string bid,
        IReadOnlyList<CriterionScore> typed,
        bool complete,
        int readVersion,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await sheets.OpenAsync(cancellationToken);
        var assessment = await db.OwnAssessmentAsync(caller, bid, cancellationToken);
        if (assessment is null)
            return Result.NotFound;
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == assessment.RoundId, cancellationToken);
        // Before the interest is declared the bid itself is hidden: the entity gives that answer.
        if (
            assessment.State != AssessmentState.Assigned
            && !await db.Bids.AnyAsync(b => b.Id == assessment.BidId && b.State == BidState.UnderAssessment, cancellationToken)
        )
            return Result.Refused("not-under-assessment", "This bid is no longer being assessed");
        await sheets.LoadAsync(assessment, cancellationToken);
        var result = assessment.Score(typed, complete, round.Criteria, readVersion, caller.At);
        if (!result.IsDone)
            return result;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsReferenceTaken<AssessmentScore>(db))
        {
            return Result.Stale;
        }
    }
}
