using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

internal sealed class SubmitReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, int? readVersion, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(
            id,
            owed => db.SubmitAsync(owed, files => owed.Submit(readVersion, files, caller.Person, caller.At), caller.At, cancellationToken),
            cancellationToken
        );
}
