using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Chasing;

/// <summary>Pauses, stops or resumes the reminders of a return.</summary>
internal sealed class ChangeChasing(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, ChasingState to, DateOnly? until, string? reason, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(id, owed => owed.ChangeChasing(to, until, reason, caller.Person, caller.At), cancellationToken);
}
