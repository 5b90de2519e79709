using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Returns.Schedule;

/// <summary>
/// Schedules a grant's returns, one for each quarter, and keeps those that are not in up to date with the grant, however often and in
/// whatever order its events arrive. The consumer's transaction saves.
/// </summary>
internal sealed class FollowGrant(ReturnsContext db, TimeProvider time)
{
    /// <param name="happened">What happened to the grant.</param>
    /// <param name="grant">The grant after that.</param>
    /// <param name="why">What happened, in words.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(IEvent happened, GrantDetails grant, string why, CancellationToken cancellationToken)
    {
        // One decision makes several grants at once. Those of one programme are scheduled one after the other.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({grant.Programme}, 0))", cancellationToken);
        var now = time.GetUtcNow();
        var programme = await db.Programmes.SingleOrDefaultAsync(p => p.Name == grant.Programme, cancellationToken);
        if (programme is null)
            db.Add(programme = Programme.Begin(grant.Programme, now));
        var known = await db
            .Returns.FromSql($"select * from returns where grant_id = {happened.Id} for no key update")
            .ToListAsync(cancellationToken);
        if (known.Any(r => r.GrantVersion >= happened.Version))
            return;
        foreach (var owed in known)
            owed.Follow(grant, happened.Version, why, now);
        foreach (var quarter in Quarter.Covering(grant.DeliveryFrom, grant.DeliveryTo).Except(known.Select(r => r.Quarter)))
            db.Add(Return.Schedule(happened.Id, happened.Version, grant, quarter, programme.DueRule, happened.At, now));
    }
}
