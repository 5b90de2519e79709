using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>The lead gives a return back to the editors.</summary>
internal sealed class DeclineReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, string? reason, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(id, owed => owed.Decline(reason, caller.Person, caller.At), cancellationToken);
}
