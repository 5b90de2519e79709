using System.Text.Json;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// A message that a consumer of this service could not handle, kept until an administrator has it tried again or gives it up.
/// </summary>
public sealed class FailedMessage : Aggregate
{
    private FailedMessage() { }

    /// <summary>The id under which it was published.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>The consumer's queue.</summary>
    public string Queue { get; private init; } = "";

    /// <summary>The contract's name.</summary>
    public string Type { get; private init; } = "";

    /// <summary>The event, as it came.</summary>
    public string Json { get; private init; } = "";

    /// <summary>What went wrong, the last time.</summary>
    public string Cause { get; private set; } = "";

    /// <summary>How often it failed for good.</summary>
    public int Failures { get; private set; }

    /// <summary>What became of it.</summary>
    public FailedMessageState State { get; private set; }

    /// <summary>Reads what a message's envelope holds.</summary>
    /// <returns>Null where the body is not a message of the platform.</returns>
    internal static FailedMessage? Read(ReadOnlyMemory<byte> envelope, string queue)
    {
        try
        {
            using var read = JsonDocument.Parse(envelope);
            var type = read.RootElement.GetProperty("messageType")[0].GetString()!.Split(':')[^1];
            var json = read.RootElement.GetProperty("message").GetRawText();
            EventTypes.Read(type, json);
            return new()
            {
                MessageId = read.RootElement.GetProperty("messageId").GetGuid(),
                Queue = queue,
                Type = type,
                Json = json,
            };
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>It could not be handled.</summary>
    internal void Fail(string service, string cause, DateTimeOffset at)
    {
        (Cause, State) = (cause.Length > 2000 ? cause[..2000] : cause, FailedMessageState.Waiting);
        Failures++;
        // Reporting a failure to report would only fail again.
        if (Event is not Event<FailedMessageDetails>)
            Raise(v => new MessageFailed(Id, v, at, Person.Platform, Details(service)));
    }

    /// <summary>It was sent to its consumer again.</summary>
    internal void Retry(string service, Person by, DateTimeOffset at)
    {
        State = FailedMessageState.Retried;
        Raise(v => new MessageRetried(Id, v, at, by, Details(service)));
    }

    /// <summary>It is given up.</summary>
    internal void Discard(string service, Person by, DateTimeOffset at)
    {
        State = FailedMessageState.Discarded;
        Raise(v => new MessageDiscarded(Id, v, at, by, Details(service)));
    }

    /// <summary>The event.</summary>
    internal IEvent Event => EventTypes.Read(Type, Json);

    private FailedMessageDetails Details(string service) => new(service, Queue, MessageId, Type, Event.Id, Cause, Failures, State);
}
