using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>An officer says that a return is not required, or that it is after all.</summary>
internal sealed class NotRequireReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, bool required, string? reason, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(
            id,
            owed => required ? owed.RequireAgain(reason, caller.Person, caller.At) : owed.NotRequire(reason, caller.Person, caller.At),
            cancellationToken
        );
}
