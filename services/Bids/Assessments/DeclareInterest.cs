using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments;

internal sealed class DeclareInterest(BidsContext db, Caller caller)
{
    public async Task<Result> RunAsync(
        string bid,
        bool? hasInterest,
        string? interest,
        int readVersion,
        CancellationToken cancellationToken
    ) =>
        await TryAsync(bid, hasInterest, interest, readVersion, cancellationToken)
        ?? await TryAsync(bid, hasInterest, interest, readVersion, cancellationToken)
        ?? Result.Stale;

    // Null if another save came first, such as a second press of the button: then everything is read again.
    private async Task<Result?> TryAsync(
        string bid,
        bool? hasInterest,
        string? interest,
        int readVersion,
        CancellationToken cancellationToken
    )
    {
        // Found even after an interest has been declared: pressing the button twice is no mistake.
        var assessment = await db.OwnAssessments(caller).SingleOrDefaultAsync(a => a.BidReference == bid, cancellationToken);
        if (assessment is null)
            return Result.NotFound;
        var result = assessment.Declare(hasInterest, interest, readVersion, caller.At);
        if (!result.IsDone)
            return result;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }
}
