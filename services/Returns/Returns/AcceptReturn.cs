using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>An officer has read a return.</summary>
internal sealed class AcceptReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, int? readVersion, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(id, owed => owed.Accept(readVersion, caller.Person, caller.At), cancellationToken);
}
