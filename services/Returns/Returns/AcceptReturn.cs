using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>An officer accepts a return as they read it; one that is sent back, as it was submitted.</summary>
internal sealed class AcceptReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, int? readVersion, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(
            id,
            async owed =>
            {
                if (!(await db.LastOfRewrittenAsync([owed], cancellationToken)).TryGetValue(owed.Id, out var made))
                    return owed.Accept(readVersion, caller.Person, caller.At);
                var last = made.Read();
                var result = owed.AcceptAfterAll(last.Content, readVersion, caller.Person, caller.At);
                if (result.IsDone)
                    await db.RestoreAttachmentsAsync(owed, last.Files, caller.At, cancellationToken);
                return result;
            },
            cancellationToken
        );
}
