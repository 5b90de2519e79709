using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Audit;

/// <summary>
/// How often each person did what is noted, in the minute that began with the first time. A process that dies forgets what it had counted,
/// and not what it had noted.
/// </summary>
public sealed class AccessCounts
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Dictionary<(AccessKind, Guid), Minute> minutes = [];

    /// <summary>Counts it.</summary>
    /// <returns>Whether it is written down by itself.</returns>
    internal bool IsToBeSaid(AccessNoted note)
    {
        // Whoever tries an account's password is counted by the account: they may come from many addresses.
        var key = (note.Details.Kind, (note.Details.Of ?? note.By).UserId);
        lock (minutes)
        {
            if (!minutes.TryGetValue(key, out var minute) || (minute.Beyond is null && minute.Until <= note.At))
                minutes[key] = minute = new(note.At + Window);
            if (minute.Said < AccessDetails.Most)
            {
                minute.Said++;
                return true;
            }
            var times = minute.Beyond?.Details.Times + 1 ?? 1;
            minute.Beyond = note with { Details = note.Details with { Times = times } };
            return false;
        }
    }

    /// <summary>What was only counted, of the minutes that are over: the last of each, with how many they were.</summary>
    internal IReadOnlyList<AccessNoted> TakeOver(DateTimeOffset now)
    {
        lock (minutes)
        {
            var over = minutes.Where(m => m.Value.Until <= now).ToList();
            foreach (var minute in over)
                minutes.Remove(minute.Key);
            return [.. over.Select(m => m.Value.Beyond).OfType<AccessNoted>()];
        }
    }

    private sealed class Minute(DateTimeOffset until)
    {
        public DateTimeOffset Until => until;

        public int Said { get; set; }

        public AccessNoted? Beyond { get; set; }
    }
}

/// <summary>Says what was only counted, once the minute is over.</summary>
internal sealed class SayCounted(DbContext db, AccessCounts counts, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var over = counts.TakeOver(time.GetUtcNow());
        db.AddRange(over.Select(note => EventLogRow.Of(note, null)));
        await db.SaveChangesAsync(cancellationToken);
        return over.Count;
    }
}
