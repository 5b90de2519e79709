using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Alerts;

/// <summary>A message that a service could not handle, as the office sees it, and what an administrator decided.</summary>
internal sealed class ReportedFailure : Aggregate
{
    private ReportedFailure() { }

    /// <summary>The id of the failed message in the service that keeps it.</summary>
    public Guid FailureId { get; private init; }

    /// <summary>The newest version of the failure that has been reported.</summary>
    public int FailureVersion { get; private set; }

    /// <summary>When that was reported (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What the service reported.</summary>
    public FailedMessageDetails Failure { get; private set; } = null!;

    /// <summary>The state; begins as the one in <see cref="Failure"/>, and is a column of its own.</summary>
    public FailedMessageState State { get; private set; }

    /// <summary>Who last had it retried or discarded; null where nobody has.</summary>
    public Person? SettledBy { get; private set; }

    public static ReportedFailure Of(Guid failureId) => new() { FailureId = failureId };

    /// <summary>Keeps the newest version of it.</summary>
    public void Keep(IEvent happened, FailedMessageDetails failure)
    {
        if (happened.Version <= FailureVersion)
            return;
        FailureVersion = happened.Version;
        At = happened.At;
        Failure = failure;
        State = failure.State;
        if (happened.By != Person.Platform)
            SettledBy = happened.By;
    }

    /// <summary>Has it tried again, or discards it.</summary>
    public Result Settle(bool retry, Person by, DateTimeOffset at)
    {
        if (State != FailedMessageState.Waiting)
            return Result.Refused("already-settled", "This message was retried or discarded in the meantime");
        (State, SettledBy) = (retry ? FailedMessageState.Retried : FailedMessageState.Discarded, by);
        Raise(v => new FailureSettled(Id, v, at, by, FailureId, Failure.Service, retry));
        return Result.Done;
    }
}
