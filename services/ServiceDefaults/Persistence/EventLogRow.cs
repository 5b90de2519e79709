using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Platform.Contracts;
using Platform.ServiceDefaults.Messaging;

namespace Platform.ServiceDefaults.Persistence;

/// <summary>
/// One event as it was committed with the state that it describes: the outbox, the audit trail (hash-chained per aggregate) and the
/// source of replays.
/// </summary>
public sealed class EventLogRow
{
    /// <summary>The message id under which it is published, always the same.</summary>
    public Guid Id { get; init; }

    /// <summary>The order in this service's log.</summary>
    public long Position { get; init; }

    /// <summary>The thing that it happened to.</summary>
    public Guid Aggregate { get; init; }

    /// <summary>The thing's version after it.</summary>
    public int Version { get; init; }

    /// <summary>The contract's name: "BidSubmitted".</summary>
    public required string Type { get; init; }

    /// <summary>The version of the contracts that it was written under.</summary>
    public int SchemaVersion { get; init; } = Upcaster.Schema;

    /// <summary>The event, as JSON, to the byte, with <see cref="Commitments"/> in place of what is personal.</summary>
    public required string Json { get; init; }

    /// <summary>What is personal of it, with the salt of its commitments; null where nothing is, or once it was forgotten.</summary>
    public string? Personal { get; init; }

    /// <summary>Who did it, by user id; empty for the platform.</summary>
    public Guid Actor { get; init; }

    /// <summary>When it counts as having happened (UTC).</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>The W3C trace context of the request that caused it.</summary>
    public string? Traceparent { get; init; }

    /// <summary>The hash of the aggregate's event before this one; null for its first.</summary>
    public string? PreviousHash { get; init; }

    /// <summary>SHA-256 over everything above but position, personal texts and trace, in hex.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When the broker confirmed it; null while it has not.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>How often sending this row failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Not tried again before this instant; null when it has not failed.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>Why sending it failed last.</summary>
    public string? LastError { get; set; }

    /// <summary>The event.</summary>
    /// <exception cref="System.Text.Json.JsonException">No contract has that name, or the JSON does not fit it.</exception>
    public IEvent Read() => EventTypes.Read(Type, Whole(Type, SchemaVersion, Json, Personal));

    /// <summary>The JSON of an event as it would be written today, with what is personal and still kept.</summary>
    public static string Whole(string type, int schema, string json, string? personal) =>
        Upcaster.Lift(type, schema, Commitments.Whole(json, personal));

    /// <summary>The row of an event of now.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="previousHash">The hash of the thing's event before it; null for its first.</param>
    public static EventLogRow Of(IEvent happened, string? previousHash)
    {
        var (json, personal) = Commitments.Part(happened);
        return new EventLogRow
        {
            Id = Guid.CreateVersion7(),
            Aggregate = happened.Id,
            Version = happened.Version,
            Type = happened.GetType().Name,
            Json = json,
            Personal = personal,
            Actor = happened.By.UserId,
            OccurredAt = happened.At.ToUniversalTime(),
            Traceparent = Activity.Current?.Id,
            PreviousHash = previousHash,
        }.Sealed();
    }

    /// <summary>Closes the row with its hash.</summary>
    public EventLogRow Sealed()
    {
        Hash = ComputeHash();
        return this;
    }

    /// <summary>The hash that the row should have.</summary>
    public string ComputeHash() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"{PreviousHash}|{Id}|{Aggregate}|{Version}|{Type}|{SchemaVersion}|{Actor}|{OccurredAt.UtcTicks / 10}|{Json}"
                )
            )
        );
}

/// <summary>A message that a consumer has acted on: the same message does nothing again.</summary>
public sealed class HandledMessage
{
    /// <summary>The message.</summary>
    public Guid MessageId { get; init; }

    /// <summary>The consumer's queue.</summary>
    public required string Consumer { get; init; }

    /// <summary>When it was handled (UTC).</summary>
    public DateTimeOffset HandledAt { get; init; }
}
