using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Grants;

/// <summary>Varies a grant, and approves or cancels a variation that does not count yet.</summary>
internal sealed class VaryGrant(BidsContext db, Caller caller)
{
    public async Task<Result> RunAsync(string reference, int readVersion, NewVariation typed, CancellationToken cancellationToken)
    {
        var basis = await BasisAsync(typed, cancellationToken);
        return await SaveAsync(reference, g => g.Vary(typed, readVersion, basis, caller.Person, caller.At), cancellationToken);
    }

    public Task<Result> ApproveAsync(string reference, int number, int readVersion, CancellationToken cancellationToken) =>
        SaveAsync(reference, g => g.Approve(number, readVersion, caller.Person, caller.At), cancellationToken);

    public Task<Result> CancelAsync(string reference, int number, int readVersion, string? reason, CancellationToken cancellationToken) =>
        SaveAsync(reference, g => g.Cancel(number, reason, readVersion, caller.Person, caller.At), cancellationToken);

    /// <summary>What it would change, for the officer to check.</summary>
    public async Task<Result<PlannedVariation>> PlanAsync(Grant grant, NewVariation typed, CancellationToken cancellationToken) =>
        grant.Plan(typed, await BasisAsync(typed, cancellationToken), caller.Person, caller.At);

    private async Task<Result> SaveAsync(string reference, Func<Grant, Result> act, CancellationToken cancellationToken)
    {
        var grant = await db.Grants.SingleOrDefaultAsync(g => g.Reference == reference, cancellationToken);
        if (grant is null)
            return Result.NotFound;
        var result = act(grant);
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

    private async Task<DecisionDetails?> BasisAsync(NewVariation typed, CancellationToken cancellationToken) =>
        typed.Tidied().DecisionReference is { } named
            ? (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == named, cancellationToken))?.Details
            : null;
}
