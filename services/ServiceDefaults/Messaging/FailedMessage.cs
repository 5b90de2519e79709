using System.Text;
using System.Text.Json;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// A message that a consumer of this service could not handle, kept until an administrator has it tried again or gives it up.
/// </summary>
public sealed class FailedMessage : Aggregate
{
    // The type of what nobody can read.
    private const string Unknown = "unknown";

    private FailedMessage() { }

    /// <summary>The id under which it was published.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>The consumer's queue.</summary>
    public string Queue { get; private init; } = "";

    /// <summary>The contract's name; "unknown" where nobody can read it.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The event, as it came; for what nobody can read, one string with all that came.</summary>
    public string Json { get; private set; } = "";

    /// <summary>Whether what is personal in it has been forgotten.</summary>
    public bool Forgotten { get; private set; }

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

    /// <summary>Keeps what nobody can read.</summary>
    internal static FailedMessage Unread(Guid messageId, ReadOnlyMemory<byte> envelope, string queue) =>
        new()
        {
            MessageId = messageId,
            Queue = queue,
            Type = Unknown,
            Json = JsonSerializer.Serialize(Encoding.UTF8.GetString(envelope.Span)),
        };

    /// <summary>Reads what nobody could read before: the service may have been updated since.</summary>
    /// <returns>Whether its event is known.</returns>
    internal bool TryRead()
    {
        if (Type != Unknown)
            return true;
        if (Read(Encoding.UTF8.GetBytes(JsonSerializer.Deserialize<string>(Json)!), Queue) is not { } read)
            return false;
        Type = read.Type;
        Json = read.Json;
        return true;
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

    /// <summary>What is personal in it is no longer kept.</summary>
    internal void Forget()
    {
        Forgotten = true;
        Json = Event is { } happened
            ? Commitments.Whole(Commitments.Part(happened).Json, null)
            : JsonSerializer.Serialize(Commitments.NoLongerKept);
    }

    /// <summary>The event; null where nobody can read it.</summary>
    internal IEvent? Event => Type == Unknown ? null : EventTypes.Read(Type, Json);

    private FailedMessageDetails Details(string service) =>
        new(service, Queue, MessageId, Type, Event?.Id ?? Guid.Empty, Cause, Failures, State);
}
