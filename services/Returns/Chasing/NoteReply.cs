using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Chasing;

/// <summary>An officer notes what a partnership answered.</summary>
internal sealed class NoteReply(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, string? text, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(id, owed => owed.NoteReply(text, caller.Person, caller.At), cancellationToken);
}
