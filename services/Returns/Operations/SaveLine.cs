using Platform.Contracts;
using Platform.Returns.Data;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Operations;

internal sealed class SaveLine(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, ReturnLine typed, int readVersion, CancellationToken cancellation) =>
        db.ChangeReturnAsync(id, r => r.SaveLine(typed, readVersion, caller.Person, caller.At), cancellation);
}
