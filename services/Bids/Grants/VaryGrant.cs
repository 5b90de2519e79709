using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Grants;

internal sealed class VaryGrant(BidsContext db, Caller caller)
{
    public async Task<Result> RunAsync(string reference, int readVersion, NewVariation typed, CancellationToken cancellationToken)
    {
        var grant = await db.Grants.SingleOrDefaultAsync(g => g.Reference == reference, cancellationToken);
        if (grant is null)
            return Result.NotFound;
        var result = grant.Vary(typed, readVersion, await BasisAsync(typed, cancellationToken), caller.Person, caller.At);
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

    /// <summary>What it would change, for the officer to check.</summary>
    public async Task<Result<PlannedVariation>> PlanAsync(Grant grant, NewVariation typed, CancellationToken cancellationToken) =>
        grant.Plan(typed, await BasisAsync(typed, cancellationToken), caller.Person, caller.At);

    private async Task<DecisionDetails?> BasisAsync(NewVariation typed, CancellationToken cancellationToken) =>
        typed.Tidied().DecisionReference is { } named
            ? (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == named, cancellationToken))?.Details
            : null;
}
