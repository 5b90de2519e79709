using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

/// <summary>Moves the deadline for everybody, to a later day or to now.</summary>
internal sealed class MoveDeadline(BidsContext db, Caller caller)
{
    public Task<Result> ExtendAsync(string reference, DateOnly lastDay, string? reason, CancellationToken cancellationToken) =>
        db.ChangeRoundAsync(
            reference,
            async round =>
            {
                var wasClosed = round.ClosedAt is not null;
                var result = round.Extend(lastDay, reason, caller.Person, caller.At);
                if (result.IsDone && wasClosed && round.ClosedAt is null)
                    await db.ReviveAsync(round.Id, null, caller, cancellationToken);
                return result;
            },
            cancellationToken
        );

    public Task<Result> CloseEarlyAsync(string reference, string? typedReference, string? reason, CancellationToken cancellationToken) =>
        db.ChangeRoundAsync(reference, round => round.CloseEarly(typedReference, reason, caller.Person, caller.At), cancellationToken);
}
