using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>An officer says that a return is not required, or that it is after all.</summary>
internal sealed class NotRequireReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, string? reason, bool onPaper, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(id, owed => owed.NotRequire(reason, onPaper, caller.Person, caller.At), cancellationToken);

    public Task<Result> UndoAsync(Guid id, string? reason, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(id, owed => owed.RequireAgain(reason, caller.Person, caller.At), cancellationToken);
}
