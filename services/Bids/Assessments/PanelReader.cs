using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Assessments;

/// <summary>The scores of a bid's assessors, and what they agreed.</summary>
/// <param name="Bid">The bid.</param>
/// <param name="Round">Its round.</param>
/// <param name="Assessments">Those of everybody who is still asked, declared interests included.</param>
/// <param name="Scores">Those that the caller may see, by assessment.</param>
/// <param name="Agreed">Null where nothing has been agreed yet.</param>
internal sealed record Panel(
    Bid Bid,
    Round Round,
    IReadOnlyList<Assessment> Assessments,
    ILookup<Guid, AssessmentScore> Scores,
    Moderation? Agreed
)
{
    public bool IsComplete => Assessment.AllComplete(Assessments);
    public bool MayBeRevised => IsComplete && Bid.State == BidState.UnderAssessment;
    public IReadOnlyList<Assessment> Members => [.. Assessments.Where(a => a.Counts).OrderBy(a => a.AssessorName)];

    public AssessmentScore? Score(Assessment of, Criterion criterion) => Scores[of.Id].FirstOrDefault(s => s.CriterionId == criterion.Id);

    /// <summary>Whether the assessors are far apart on a criterion.</summary>
    public bool IsWide(Criterion criterion) =>
        Members.Select(m => Score(m, criterion)?.Score).OfType<int>().ToList() is { Count: > 1 } given
        && given.Max() - given.Min() >= Scoring.WideSpread;
}

/// <summary>
/// Reads a bid's panel for those who may see it: officers, its assessors once all have finished, and signatories once these have agreed.
/// </summary>
internal sealed class PanelReader(BidsContext db, ScoreSheets sheets, Caller caller)
{
    public async Task<Panel?> ReadAsync(string reference, CancellationToken cancellationToken)
    {
        if (
            !caller.SeesEverything
            || await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Reference == reference, cancellationToken) is not { } bid
        )
            return null;
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == bid.RoundId, cancellationToken);
        var assessments = await db
            .Assessments.AsNoTracking()
            .Where(a => a.BidId == bid.Id && a.State != AssessmentState.Cancelled)
            .ToListAsync(cancellationToken);
        var agreed = await db.Moderations.AsNoTracking().SingleOrDefaultAsync(m => m.BidId == bid.Id, cancellationToken);
        var isMember =
            assessments.Exists(a => a.AssessorId == caller.Person.UserId && a.State == AssessmentState.Complete)
            && Assessment.AllComplete(assessments);
        if (!caller.May(Acts.ReadEveryPanel) && !isMember && !(agreed is not null && caller.May(Acts.ReadAgreedPanels)))
            return null;
        return new(bid, round, assessments, await sheets.OfBidAsync(bid.Id, cancellationToken), agreed);
    }
}
