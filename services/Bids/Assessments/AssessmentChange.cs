using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Assessments;

/// <summary>The assessments that a caller sees.</summary>
internal static class AssessmentChange
{
    /// <summary>The caller's own assessments, except cancelled ones.</summary>
    public static IQueryable<Assessment> OwnAssessments(this BidsContext db, Caller caller)
    {
        var assesses = caller.May(Acts.AssessBids);
        return db.Assessments.Where(a => assesses && a.AssessorId == caller.Person.UserId && a.State != AssessmentState.Cancelled);
    }

    /// <summary>The caller's assessment of a bid in which they have declared no interest.</summary>
    public static Task<Assessment?> OwnAssessmentAsync(
        this BidsContext db,
        Caller caller,
        string bid,
        CancellationToken cancellationToken
    ) =>
        db.OwnAssessments(caller)
            .SingleOrDefaultAsync(a => a.BidReference == bid && a.State != AssessmentState.Conflicted, cancellationToken);
}
