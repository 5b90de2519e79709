using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

internal sealed class HandOver(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(
            id,
            (owed, figures, programme) => owed.HandOver(figures, programme, caller.Person, caller.At),
            cancellationToken
        );
}
