using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Keeping;

namespace Platform.Gateway.People;

/// <summary>
/// Forgets whose an account was that was closed long ago: name, address, password, second factors. Its id stays, so that what was done with
/// it stays together.
/// </summary>
internal sealed class ForgetAccounts(AccountsContext db, KeepingTable table, ForgetPersonal forget, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = table.PeriodOf(DataKinds.Accounts).Before(now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db
            .Users.FromSql(
                $"""
                select * from users where disabled and disabled_at <= {before} and forgotten_at is null order by disabled_at, id
                limit 20 for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        var ids = due.Select(u => u.Id).ToList();
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => ids.Contains(p.UserId)).ExecuteDeleteAsync(cancellationToken);
        await db.Sessions.Where(s => ids.Contains(s.UserId)).ExecuteDeleteAsync(cancellationToken);
        await db.Links.Where(l => ids.Contains(l.UserId)).ExecuteDeleteAsync(cancellationToken);
        await db.SignInAttempts.Where(a => ids.Contains(a.UserId)).ExecuteDeleteAsync(cancellationToken);
        await db.KnownDevices.Where(d => ids.Contains(d.UserId)).ExecuteDeleteAsync(cancellationToken);
        foreach (var user in due)
            user.Forget(now);
        await db.SaveChangesAsync(cancellationToken);
        await forget.RunAsync(DataKinds.Accounts, ids, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }
}
