using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Gateway.Team;

/// <summary>
/// The annual review: says a month before that an account has to be confirmed, and disables it where nobody has. The last two
/// administrators stay.
/// </summary>
internal sealed class LapseAccounts(AccountsContext db, ReviewSettings settings, TimeProvider time) : ISweep
{
    private const int LeastAdministrators = 2;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var done = await AskAsync(now, cancellationToken) + await LapseAsync(now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return done;
    }

    private async Task<int> AskAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - settings.Every + settings.Notice;
        var some = await db
            .Users.FromSql(
                $"""
                select * from users where not disabled and reviewed_at <= {since}
                    and (review_asked_at is null or review_asked_at < reviewed_at) order by reviewed_at, id limit 20 for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        foreach (var user in some)
        {
            var due = user.ReviewedAt + settings.Every;
            user.AskReview(now, London.DateOf(due < now + settings.Notice ? now + settings.Notice : due));
        }
        return some.Count;
    }

    // Whoever was asked late has as long to answer as others.
    private async Task<int> LapseAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset due = now - settings.Every,
            asked = now - settings.Notice;
        var administrators = await db.Users.CountAsync(u => !u.Disabled && u.Roles.Contains(Roles.Administrator), cancellationToken);
        var kept = administrators <= LeastAdministrators ? Roles.Administrator : "";
        var some = await db
            .Users.FromSql(
                $"""
                select * from users where not disabled and reviewed_at <= {due} and review_asked_at >= reviewed_at
                    and review_asked_at <= {asked} and not {kept} = any(roles) order by reviewed_at, id limit 1 for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        foreach (var user in some)
            user.Disable(Person.Platform, now, "Nobody confirmed in the annual review that the account is needed, so it was disabled");
        return some.Count;
    }
}
