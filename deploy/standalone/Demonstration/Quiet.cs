using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Standalone.Demonstration;

/// <summary>
/// Waits until everything that follows from what has happened is done: jobs find nothing due, every event is sent, every message handled,
/// every letter handed over. Only then may the clock move, or a letter would bear a later day than the one that it was written on.
/// </summary>
internal sealed class Quiet(SweepLooks sweeps, InProcessTransport transport, IReadOnlyList<WebApplication> running, TimeProvider clock)
{
    // What can never be sent or handled must not stop the clock for good.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < Patience)
        {
            var before = transport.Published;
            await sweeps.AllIdleAsync(Patience - Stopwatch.GetElapsedTime(begun), cancellationToken);
            if (await IsAllSentAsync(cancellationToken) && transport.Published == before)
                return;
            while (!await IsAllSentAsync(cancellationToken) && Stopwatch.GetElapsedTime(begun) < Patience)
                await Task.Delay(10, cancellationToken);
        }
    }

    private async Task<bool> IsAllSentAsync(CancellationToken cancellationToken) =>
        !await IsAnythingToSendAsync(clock.GetUtcNow(), cancellationToken) && await transport.IsAllHandledAsync(cancellationToken);

    /// <summary>The instant at which a letter goes that only waits for others of its kind; null for none.</summary>
    public async Task<DateTimeOffset?> NextLetterAsync(CancellationToken cancellationToken)
    {
        var (now, soon) = (clock.GetUtcNow(), clock.GetUtcNow().AddMinutes(2));
        foreach (var app in running)
        {
            await using var scope = app.Services.CreateAsyncScope();
            if (scope.ServiceProvider.GetService<DbContext>() is not { } db || !HasLetters(db))
                continue;
            return await db
                .Database.SqlQuery<DateTimeOffset?>(
                    $"""
                    select min(not_before) as "Value" from letters
                    where state = 'Queued' and attempts = 0 and not_before > {now} and not_before <= {soon}
                    """
                )
                .SingleAsync(cancellationToken);
        }
        return null;
    }

    private static bool HasLetters(DbContext db) => db.Model.GetEntityTypes().Any(e => e.GetTableName() == "letters");

    // Events for the other services, and letters.
    private async Task<bool> IsAnythingToSendAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var app in running)
        {
            await using var scope = app.Services.CreateAsyncScope();
            if (scope.ServiceProvider.GetService<DbContext>() is not { } db)
                continue;
            if (await db.Set<EventLogRow>().AnyAsync(r => r.SentAt == null, cancellationToken))
                return true;
            if (
                HasLetters(db)
                && await db
                    .Database.SqlQuery<bool>(
                        $"select exists (select from letters where state = 'Queued' and not_before <= {now}) as \"Value\""
                    )
                    .SingleAsync(cancellationToken)
            )
                return true;
        }
        return false;
    }
}
