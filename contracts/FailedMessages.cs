using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>
/// A message could not be handled after every retry: somebody must look. Publisher: the service that could not.
/// </summary>
public sealed record MessageFailed(Guid Id, int Version, DateTimeOffset At, Person By, FailedMessageDetails Details)
    : Event<FailedMessageDetails>(Id, Version, At, By, Details);

/// <summary>A failed message was sent to its consumer again. Publisher: the service that could not handle it.</summary>
public sealed record MessageRetried(Guid Id, int Version, DateTimeOffset At, Person By, FailedMessageDetails Details)
    : Event<FailedMessageDetails>(Id, Version, At, By, Details);

/// <summary>A failed message was given up. Publisher: the service that could not handle it.</summary>
public sealed record MessageDiscarded(Guid Id, int Version, DateTimeOffset At, Person By, FailedMessageDetails Details)
    : Event<FailedMessageDetails>(Id, Version, At, By, Details);

/// <summary>An administrator said what is to become of a failed message. Publisher: Notifications.</summary>
/// <param name="Id">The order.</param>
/// <param name="Version">The order's version.</param>
/// <param name="At">When.</param>
/// <param name="By">The administrator.</param>
/// <param name="FailureId">The failed message.</param>
/// <param name="Service">The service that could not handle it.</param>
/// <param name="Retry">Whether it is tried again; otherwise it is given up.</param>
public sealed record FailureSettled(Guid Id, int Version, DateTimeOffset At, Person By, Guid FailureId, string Service, bool Retry)
    : IEvent;

/// <summary>A failed message as it stands.</summary>
/// <param name="Service">The service that could not handle it: "returns".</param>
/// <param name="Queue">Its queue: "returns-grant-made".</param>
/// <param name="MessageId">The id under which it was published.</param>
/// <param name="Type">The contract's name: "GrantMade"; "unknown" where nobody can read it.</param>
/// <param name="About">The thing that the message is about; empty where nobody can read it.</param>
/// <param name="Cause">What went wrong, the last time.</param>
/// <param name="Failures">How often it failed for good.</param>
/// <param name="State">What became of it.</param>
public sealed record FailedMessageDetails(
    string Service,
    string Queue,
    Guid MessageId,
    string Type,
    Guid About,
    string Cause,
    int Failures,
    FailedMessageState State
);

/// <summary>What became of a failed message.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FailedMessageState>))]
public enum FailedMessageState
{
    /// <summary>Somebody must look.</summary>
    Waiting,

    /// <summary>Tried again; it waits again if it fails again.</summary>
    Retried,

    /// <summary>Given up.</summary>
    Discarded,
}
