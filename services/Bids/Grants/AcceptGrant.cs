using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Grants;

internal sealed class AcceptGrant(BidsContext db, Caller caller)
{
    /// <param name="reference">The caller's own grant.</param>
    /// <param name="readVersion">The version whose terms were read; null where it was not said.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> RunAsync(string reference, int? readVersion, CancellationToken cancellationToken)
    {
        var grant = await db.Grants.SingleOrDefaultAsync(g => g.Reference == reference, cancellationToken);
        if (grant is null)
            return Result.NotFound;
        var result = grant.Accept(readVersion, caller.Person, caller.At);
        try
        {
            if (result.IsDone)
                await db.SaveChangesAsync(cancellationToken);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale;
        }
    }
}
