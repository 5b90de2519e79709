using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>An officer accepts a return as they read it.</summary>
internal sealed class AcceptReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, int? readVersion, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(id, owed => owed.Accept(readVersion, caller.Person, caller.At), cancellationToken);
}
