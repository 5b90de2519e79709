using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

internal sealed class SubmitReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, int? readVersion, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(
            id,
            async owed =>
            {
                var files = await db.HandInAsync(owed, caller.At, cancellationToken);
                var submitted = owed.Submit(readVersion, files, caller.Person, caller.At);
                if (submitted.IsDone && submitted.Value is { } made)
                    db.Add(made);
                return submitted.Outcome;
            },
            cancellationToken
        );
}
