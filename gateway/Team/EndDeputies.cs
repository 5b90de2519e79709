using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Gateway.Team;

/// <summary>Tells everybody that a deputy's time is over. That it counts no more is asked with every request.</summary>
internal sealed class EndDeputies(AccountsContext db, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (now, today) = (time.GetUtcNow(), London.DateOf(time.GetUtcNow()));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var over = await db
            .Users.FromSql($"select * from users where deputy_until < {today} order by id limit 50 for update skip locked")
            .ToListAsync(cancellationToken);
        foreach (var deputy in over)
            deputy.Deputise(null, Person.Platform, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return over.Count;
    }
}
