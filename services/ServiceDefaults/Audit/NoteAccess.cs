using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Audit;

/// <summary>
/// Notes in the event log what somebody did that changes nothing else: <see cref="AccessNoted"/>. Nobody floods the log with it: what goes
/// beyond <see cref="AccessDetails.Most"/> in a minute is counted, and said at the end of the minute.
/// </summary>
public sealed class NoteAccess(
    DbContext db,
    Caller caller,
    AccessCounts counts,
    IServiceScopeFactory scopes,
    IHttpContextAccessor http,
    TimeProvider time
)
{
    /// <summary>Notes it together with what this request's context saves next.</summary>
    /// <param name="kind">What somebody did.</param>
    /// <param name="what">The address that they asked for, or how they did it.</param>
    /// <param name="by">Who; null for the caller.</param>
    /// <param name="of">Whose account it was, where that is not who did it.</param>
    public void Add(AccessKind kind, string what, Person? by = null, Person? of = null)
    {
        if (Note(kind, what, by, of) is { } row)
            db.Add(row);
    }

    /// <summary>Notes it by itself, whatever else this request's context holds.</summary>
    /// <inheritdoc cref="Add"/>
    public async Task RunAsync(AccessKind kind, string what, Person? by = null, Person? of = null)
    {
        if (Note(kind, what, by, of) is not { } row)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<DbContext>();
        own.Add(row);
        // Whoever goes away meanwhile is noted all the same.
        await own.SaveChangesAsync(CancellationToken.None);
    }

    private EventLogRow? Note(AccessKind kind, string what, Person? by, Person? of)
    {
        var source = http.HttpContext?.Request.Headers[CallerTokens.SourceHeader].ToString() ?? "";
        var note = new AccessNoted(Guid.CreateVersion7(), 1, time.GetUtcNow(), by ?? caller.Person, new(kind, what, source, of));
        return counts.IsToBeSaid(note) ? EventLogRow.Of(note, null) : null;
    }
}
