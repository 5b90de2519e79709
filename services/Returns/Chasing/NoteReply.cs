using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Chasing;

/// <summary>An officer notes what a partnership answered.</summary>
internal sealed class NoteReply(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, string? text, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(
            id,
            async owed =>
                owed.NoteReply(
                    text,
                    (
                        await db.EventLog.AsNoTracking().SingleAsync(e => e.Aggregate == id && e.Version == owed.Version, cancellationToken)
                    ).Read(),
                    caller.Person,
                    caller.At
                ),
            cancellationToken
        );
}
