using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Platform.ServiceDefaults.Audit;

/// <summary>
/// What the whole event log was at one moment. Its hash covers the head before it and the place, id and hash of every event since: whoever
/// has it from outside can tell whether the log up to there is still the same.
/// </summary>
public sealed class EventLogHead
{
    /// <summary>1, 2, 3, with no gap.</summary>
    public int Number { get; init; }

    /// <summary>When it was taken (UTC).</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The position of the last event that it covers.</summary>
    public long Position { get; init; }

    /// <summary>How many events it covers, from the first one on.</summary>
    public long Count { get; init; }

    /// <summary>SHA-256 over the hash before it and a line "position|id|hash" for each event since, in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>What the next head would be if it were taken up to that position.</summary>
    internal static async Task<EventLogHead> AfterAsync(
        EventLogHead? before,
        long position,
        DateTimeOffset at,
        NpgsqlConnection database,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            "select position, id, hash from event_log where position > $1 and position <= $2 order by position",
            database
        )
        {
            CommandTimeout = 0,
            Parameters =
            {
                new() { Value = before?.Position ?? 0 },
                new() { Value = position },
            },
        };
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(before?.Hash ?? ""));
        var count = before?.Count ?? 0;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        for (; await rows.ReadAsync(cancellationToken); count++)
            hash.AppendData(Encoding.UTF8.GetBytes($"{rows.GetInt64(0)}|{rows.GetGuid(1)}|{rows.GetString(2)}\n"));
        return new()
        {
            Number = (before?.Number ?? 0) + 1,
            At = at,
            Position = position,
            Count = count,
            Hash = Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }

    /// <summary>Whether both say the same of the log.</summary>
    internal bool Agrees(EventLogHead other) => (Number, Position, Count, Hash) == (other.Number, other.Position, other.Count, other.Hash);

    /// <inheritdoc/>
    public override string ToString() => $"Head {Number} of {At.UtcDateTime:d MMMM yyyy}";
}
