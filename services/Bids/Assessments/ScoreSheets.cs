using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Assessments;

/// <summary>
/// The only way to read scores. The database itself hides them (row-level security on <c>assessment_scores</c>) from a connection that
/// has not said who is reading, and from everybody but their assessor until every assessor of the bid has finished.
/// </summary>
internal sealed class ScoreSheets(BidsContext db, Caller caller)
{
    /// <summary>Begins a transaction in which the database knows who is reading.</summary>
    public async Task<IDbContextTransaction> OpenAsync(CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"select set_config('platform.caller', {caller.Person.UserId.ToString()}, true)",
            cancellationToken
        );
        return transaction;
    }

    /// <summary>The scores of a bid that the caller may see now, by assessment.</summary>
    public async Task<ILookup<Guid, AssessmentScore>> OfBidAsync(Guid bidId, CancellationToken cancellationToken)
    {
        await using var transaction = await OpenAsync(cancellationToken);
        var visible = await db.Set<AssessmentScore>()
            .AsNoTracking()
            .Where(s => db.Assessments.Any(a => a.Id == s.AssessmentId && a.BidId == bidId))
            .ToListAsync(cancellationToken);
        return visible.ToLookup(s => s.AssessmentId);
    }

    /// <summary>Loads an assessment's scores, within <see cref="OpenAsync"/>.</summary>
    public Task LoadAsync(Assessment assessment, CancellationToken cancellationToken) =>
        db.Entry(assessment).Collection(a => a.Scores).LoadAsync(cancellationToken);
}
