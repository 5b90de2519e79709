using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Chasing;

/// <summary>Sends a reminder now.</summary>
internal sealed class ChaseNow(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(
            id,
            (owed, _, programme) => owed.ChaseNow(programme.LadderOf(owed, London.DateOf(caller.At)), caller.Person, caller.At),
            cancellationToken
        );
}
