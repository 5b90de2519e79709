using Platform.Returns.Data;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Operations;

internal sealed class SubmitReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, int? readVersion, CancellationToken cancellation) => db.ChangeReturnAsync(id, owed =>
    {
        var (made, result) = owed.Submit(readVersion, [], caller.Person, caller.At);
        if (made is not null) db.Add(made);
        return result;
    }, cancellation);
}
