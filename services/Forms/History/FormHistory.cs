using Microsoft.EntityFrameworkCore;
using Platform.Forms.Answers;
using Platform.GovUk;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Forms.History;

/// <summary>Something that happened to a form.</summary>
/// <param name="What">In words: "Bid submitted".</param>
/// <param name="By">Who did it, by name.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Note">What was said to it; empty for nothing.</param>
/// <param name="Changes">The answers that it changed.</param>
public sealed record HistoryEntry(string What, string By, DateTimeOffset At, string Note, IReadOnlyList<ChangedAnswer> Changes);

/// <summary>A page of what happened to a form, the newest first.</summary>
/// <param name="Entries">What happened.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record FormHistory(IReadOnlyList<HistoryEntry> Entries, int Number, int Pages)
{
    /// <summary>Reads a page of a form's event log.</summary>
    /// <param name="db">Where the log is.</param>
    /// <param name="form">The form.</param>
    /// <param name="number">Which page; the nearest where there is none of that number.</param>
    /// <param name="read">Reads an event.</param>
    /// <param name="tell">
    /// Puts it into words, given the event before it, which is null for the first; null for what the reader is not told.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<FormHistory> ReadAsync<T>(
        ServiceDbContext db,
        Form form,
        int number,
        Func<EventLogRow, T> read,
        Func<T, T?, HistoryEntry?> tell,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var pages = Paging.Pages(form.Version);
        number = Math.Clamp(number, 1, pages);
        var newest = form.Version - (number - 1) * Paging.Rows;
        var rows = await db
            .EventLog.AsNoTracking()
            .Where(r => r.Aggregate == form.Id && r.Version <= newest && r.Version >= newest - Paging.Rows)
            .OrderByDescending(r => r.Version)
            .ToListAsync(cancellationToken);
        var happened = rows.Select(read).ToList();
        var told = happened.Take(Paging.Rows).Select((now, i) => tell(now, happened.ElementAtOrDefault(i + 1)));
        return new([.. told.OfType<HistoryEntry>()], number, pages);
    }
}
