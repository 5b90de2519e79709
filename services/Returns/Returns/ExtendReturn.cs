using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>An officer gives a return a later due date.</summary>
internal sealed class ExtendReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, DateOnly dueOn, string? reason, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(id, owed => owed.Extend(dueOn, reason, caller.Person, caller.At), cancellationToken);
}
