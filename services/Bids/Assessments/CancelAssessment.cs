using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments;

/// <summary>Takes an assessor off a bid.</summary>
internal sealed class CancelAssessment(BidsContext db, Caller caller)
{
    public async Task<Result> RunAsync(string bid, Guid assessor, CancellationToken cancellationToken)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(
            a => a.BidReference == bid && a.AssessorId == assessor,
            cancellationToken
        );
        // Whoever declared an interest in the bid has no say in its panel either.
        if (assessment is null || !await db.Bids.AnyAsync(b => b.Id == assessment.BidId, cancellationToken))
            return Result.NotFound;
        var result = assessment.Cancel(caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale;
        }
    }
}
