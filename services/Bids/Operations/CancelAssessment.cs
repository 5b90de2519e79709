using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

/// <summary>Takes an assessor off a bid.</summary>
internal sealed class CancelAssessment(BidsContext db, Caller caller)
{
    public async Task<Result> RunAsync(string bid, Guid assessor, CancellationToken cancellation)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.BidReference == bid && a.AssessorId == assessor, cancellation);
        if (assessment is null) return Result.NotFound;
        var result = assessment.Cancel(caller.Person, caller.At);
        if (!result.IsDone) return result;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale;
        }
    }
}
