using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Gateway.SignIn;

/// <summary>
/// Locks out whoever guesses, at the place that they guess from: nobody can lock out the owner from elsewhere. Where very many places guess
/// at one account, only known devices, and people with a second factor, still get in by a password. On the system's clock.
/// </summary>
internal sealed class SignInAttempts(AccountsContext db, KnownDevices devices, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>How many wrong passwords or codes in a row lock a place out.</summary>
    public const int Most = 5;

    /// <summary>How many within an hour, over all places, close the account to places that it does not know.</summary>
    public const int MostOfAll = 100;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    private const string KnownDevice = "device ";

    /// <summary>Whether whoever is asking may not try now.</summary>
    public async Task<bool> AreOverAsync(User user)
    {
        var (now, source) = (TimeProvider.System.GetUtcNow(), await SourceAsync(user.Id));
        if (await db.SignInAttempts.AnyAsync(a => a.UserId == user.Id && a.Source == source && a.LockedUntil > now))
            return true;
        if (source.StartsWith(KnownDevice, StringComparison.Ordinal) || user.Authenticator is not null)
            return false;
        var hourAgo = now.AddHours(-1);
        return await db.SignInAttempts.Where(a => a.UserId == user.Id && a.LastAt > hourAgo).SumAsync(a => a.Failures) >= MostOfAll;
    }

    /// <summary>Notes a wrong password or code.</summary>
    public async Task FailAsync(User user)
    {
        var (now, source) = (TimeProvider.System.GetUtcNow(), await SourceAsync(user.Id));
        DateTimeOffset since = now - LockedFor,
            until = now + LockedFor;
        var failures = await db
            .Database.SqlQuery<int>(
                $"""
                insert into sign_in_attempts as a (user_id, source, failures, last_at, locked_until)
                values ({user.Id}, {source}, 1, {now}, null)
                on conflict (user_id, source) do update set
                    failures = case when a.last_at < {since} then 1 else a.failures + 1 end,
                    last_at = {now},
                    locked_until = case when a.last_at >= {since} and (a.failures + 1) % {Most} = 0 then {until} else a.locked_until end
                returning failures as "Value"
                """
            )
            .ToListAsync();
        if (failures[0] % Most != 0)
            return;
        user.Secure(
            Person.Platform,
            time.GetUtcNow(),
            $"Signing in was locked for {LockedFor.TotalMinutes} minutes for whoever tried from one place, after {Most} wrong passwords or "
                + "codes. Others can sign in as before. An administrator can unlock it"
        );
        await db.SaveChangesAsync();
    }

    /// <summary>Forgets what went wrong at the place that is asking: somebody has signed in there.</summary>
    public async Task SucceedAsync(Guid userId)
    {
        var source = await SourceAsync(userId);
        await db.SignInAttempts.Where(a => a.UserId == userId && a.Source == source).ExecuteDeleteAsync();
    }

    /// <summary>Forgets all that went wrong: the account is unlocked everywhere.</summary>
    public Task<int> ForgetAsync(Guid userId) => db.SignInAttempts.Where(a => a.UserId == userId).ExecuteDeleteAsync();

    /// <summary>Until when a place is locked out of an account; null where none is.</summary>
    public async Task<DateTimeOffset?> LockedUntilAsync(Guid userId)
    {
        var now = TimeProvider.System.GetUtcNow();
        return await db.SignInAttempts.Where(a => a.UserId == userId && a.LockedUntil > now).MaxAsync(a => a.LockedUntil);
    }

    private async Task<string> SourceAsync(Guid userId) =>
        await devices.FindAsync(userId) is { } known
            ? KnownDevice + known
            : SignInLimit.Client(http.HttpContext!.Connection.RemoteIpAddress);
}
