using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Audit;

/// <summary>
/// Looks for what was changed behind the platform's back: events against their hashes and the ones before them, the log against its heads,
/// heads against those outside, things against their last event, and what the service checks of its own. Call it within a transaction that
/// sees one moment.
/// </summary>
internal sealed class VerifyAudit(DbContext db, IEnumerable<IAuditCheck> checks, HeadsFile outside)
{
    private const int Batch = 200;

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    /// <summary>Looks at the events since a head and at the things that they are about; or at everything.</summary>
    /// <param name="since">The head; null for everything.</param>
    /// <param name="file">The file of heads to compare with; null for the one that is kept, if any.</param>
    /// <param name="read">Told how many events have been read, after each.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A sentence for each finding.</returns>
    public async IAsyncEnumerable<string> FindAsync(
        EventLogHead? since,
        string? file,
        Action<long>? read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var finding in ChainsAsync(since?.Position ?? 0, read, cancellationToken))
            yield return finding;
        if (since is null)
            await foreach (var finding in ForgottenAsync(cancellationToken))
                yield return finding;
        if (since is null)
            await foreach (var finding in HeadsAsync(file ?? outside.Location, cancellationToken))
                yield return finding;
        var states = GetType().GetMethod(nameof(StatesAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (var kind in db.Model.GetEntityTypes().Where(t => typeof(IAggregate).IsAssignableFrom(t.ClrType)))
        await foreach (
            var finding in (IAsyncEnumerable<string>)states.MakeGenericMethod(kind.ClrType).Invoke(this, [kind, since, cancellationToken])!
        )
            yield return finding;
        if (since is not null)
            yield break;
        foreach (var check in checks)
        await foreach (var finding in check.FindAsync(cancellationToken))
            yield return finding;
    }

    // In the order of places, so that the memory it takes does not grow with the log.
    private async IAsyncEnumerable<string> ChainsAsync(
        long after,
        Action<long>? read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select e.id, e.aggregate, e.version, e.type, e.schema_version, e.json::text, e.actor, e.occurred_at, e.previous_hash, e.hash,
            (select b.hash from event_log b where b.aggregate = e.aggregate and b.version = e.version - 1), e.personal::text
            from event_log e where e.position > $1 order by e.position
            """,
            Connection
        )
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = after } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        for (var number = 1L; await rows.ReadAsync(cancellationToken); number++)
        {
            var row = new EventLogRow
            {
                Id = rows.GetGuid(0),
                Aggregate = rows.GetGuid(1),
                Version = rows.GetInt32(2),
                Type = rows.GetString(3),
                SchemaVersion = rows.GetInt32(4),
                Json = rows.GetString(5),
                Actor = rows.GetGuid(6),
                OccurredAt = rows.GetFieldValue<DateTimeOffset>(7),
                PreviousHash = rows.IsDBNull(8) ? null : rows.GetString(8),
                Personal = rows.IsDBNull(11) ? null : rows.GetString(11),
            };
            var before = rows.IsDBNull(10) ? null : rows.GetString(10);
            if (row.ComputeHash() != rows.GetString(9))
                yield return $"{Said(row)} was changed: its hash no longer fits.";
            else if (!Commitments.Fit(row.Json, row.Personal))
                yield return $"{Said(row)} was changed: what is personal of it is not what it was.";
            if (row.Version > 1 && before is null)
                yield return $"{Said(row)} has no event before it: event {row.Version - 1} is gone.";
            else if (row.PreviousHash != before)
                yield return $"{Said(row)} does not follow the event before it: that one was changed.";
            read?.Invoke(number);
        }
    }

    // What is forgotten is noted.
    private async IAsyncEnumerable<string> ForgottenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with noted as (select jsonb_array_elements_text(json::jsonb #> '{"{details,things}"}')::uuid as id from event_log
                where type = '{nameof(PersonalDataErased)}')
            select version, type, aggregate from event_log where personal is null and json::text like '%"{Commitments.Member}":%'
            and aggregate not in (select id from noted) order by position
            """,
            Connection
        )
        {
            CommandTimeout = 0,
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            yield return $"Event {rows.GetInt32(0)} ({rows.GetString(1)}) of {rows.GetGuid(2)} was forgotten, and no note says so.";
    }

    private async IAsyncEnumerable<string> HeadsAsync(string? file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var heads = await db.Set<EventLogHead>().AsNoTracking().OrderBy(h => h.Number).ToListAsync(cancellationToken);
        EventLogHead? before = null;
        foreach (var head in heads)
        {
            var now = await EventLogHead.AfterAsync(before, head.Position, head.At, Connection, cancellationToken);
            if (head.Number != now.Number)
                yield return $"{head}: the one before it is gone.";
            else if (!now.Agrees(head))
                yield return $"{head} does not fit the log between positions {before?.Position ?? 0} and {head.Position}: "
                    + $"{head.Count - (before?.Count ?? 0)} events then, {now.Count - (before?.Count ?? 0)} now"
                    + $"{await GapsAsync(before?.Position ?? 0, head.Position, cancellationToken)}.";
            before = head;
        }
        if (file is null)
            yield break;
        if (!File.Exists(file))
        {
            if (heads.Count > 0)
                yield return $"The heads that were handed outside are not in {file}.";
            yield break;
        }
        var found = new HashSet<int>();
        foreach (var (line, head) in outside.Read(file))
            if (head is null)
                yield return $"Line {line} of {file} is not a head of this log, signed with its key.";
            else if (found.Add(head.Number) && heads.Find(h => h.Number == head.Number) is null)
                yield return $"{head} was handed outside and is not in the database: the log up to position {head.Position} was cut off.";
            else if (heads.Find(h => h.Number == head.Number) is { } other && !other.Agrees(head))
                yield return $"{head} as it was handed outside is not the one in the database: the log up to position {head.Position} was "
                    + $"written anew ({head.Count} events then, {other.Count} now).";
        foreach (var head in heads.Where(h => !found.Contains(h.Number)))
            yield return $"{head} is not in {file}.";
    }

    // A position may be missing because its transaction was rolled back.
    private async Task<string> GapsAsync(long from, long to, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select string_agg(p::text, ', ') from (select p from generate_series($1 + 1, $2) p
            where not exists (select from event_log where position = p) limit 20) gaps
            """,
            Connection
        )
        {
            Parameters =
            {
                new() { Value = from },
                new() { Value = to },
            },
        };
        return await command.ExecuteScalarAsync(cancellationToken) is string gaps ? $"; no event at {gaps}" : "";
    }

    private async IAsyncEnumerable<string> StatesAsync<T>(
        IEntityType kind,
        EventLogHead? since,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class, IAggregate
    {
        var details = typeof(T).GetProperty("Details", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var things = db.Set<T>().IgnoreQueryFilters().AsNoTracking();
        if (since is not null)
            things = things.Where(t =>
                db.Set<EventLogRow>().Any(r => r.Aggregate == EF.Property<Guid>(t, "Id") && r.Position > since.Position)
            );
        for (List<T>? some = null; some is null || some.Count == Batch; )
        {
            var after = some?[^1].Id ?? Guid.Empty;
            some = await things
                .Where(t => EF.Property<Guid>(t, "Id") > after)
                .OrderBy(t => EF.Property<Guid>(t, "Id"))
                .Take(Batch)
                .ToListAsync(cancellationToken);
            var ids = some.Select(t => t.Id).ToArray();
            var last = await db.Set<EventLogRow>()
                .FromSql($"select distinct on (aggregate) * from event_log where aggregate = any({ids}) order by aggregate, version desc")
                .AsNoTracking()
                .ToDictionaryAsync(r => r.Aggregate, cancellationToken);
            foreach (var thing in some)
                if (Difference(thing, details, last.GetValueOrDefault(thing.Id)) is { } finding)
                    yield return $"{typeof(T).Name} {Name(details?.GetValue(thing))}{thing.Id} {finding}.";
        }
        if (since is not null || details is null || kind.GetSchema() is not null)
            yield break;
        var events = EventTypes.All.Where(t => t.BaseType == typeof(Event<>).MakeGenericType(details.PropertyType));
        await using var gone = new NpgsqlCommand(
            $"""
            select aggregate, json::text from event_log e where version = 1 and type = any($1)
            and not exists (select from "{kind.GetTableName()}" t where t.id = e.aggregate)
            """,
            Connection
        )
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = events.Select(t => t.Name).ToArray() } },
        };
        await using var rows = await gone.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            yield return $"{typeof(T).Name} {NameIn(rows.GetString(1))}{rows.GetGuid(0)} is gone, and its events are not.";
    }

    private static string? Difference(IAggregate thing, PropertyInfo? details, EventLogRow? last) =>
        thing.Version.CompareTo(last?.Version ?? 0) switch
        {
            > 0 => $"is at version {thing.Version} and its events end at {last?.Version ?? 0}: the end was cut off",
            < 0 => $"is at version {thing.Version} and its events go to {last!.Version}: the row is an older one",
            _ when last is not null
                    && details is not null
                    && Members(Written(details.GetValue(thing), details.PropertyType), Details(last)) is { Count: > 0 } other =>
                $"is not what its last event says: {string.Join(", ", other)}",
            _ => null,
        };

    // As the contracts read it today.
    private static JsonNode? Details(EventLogRow row)
    {
        try
        {
            var happened = row.Read();
            return happened.GetType().GetProperty("Details") is { } said ? Written(said.GetValue(happened), said.PropertyType) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Written(object? value, Type type) => JsonSerializer.SerializeToNode(value, type, Doors.Json);

    // Those in which they differ.
    private static List<string> Members(JsonNode? one, JsonNode? other) =>
        one is JsonObject a && other is JsonObject b
            ? [.. a.Select(m => m.Key).Union(b.Select(m => m.Key)).Where(m => !Same(a[m], b[m]))]
            : [];

    // A column keeps an instant to the microsecond, an event to a tenth of it.
    private static bool Same(JsonNode? one, JsonNode? other) =>
        JsonNode.DeepEquals(one, other)
        || (Instant(one) is { } at && at == Instant(other))
        || (one is JsonObject a && other is JsonObject b && Members(a, b).Count == 0)
        || (one is JsonArray c && other is JsonArray d && c.Count == d.Count && c.Zip(d).All(m => Same(m.First, m.Second)));

    private static long? Instant(JsonNode? node) =>
        node is JsonValue value
        && value.TryGetValue<string>(out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at)
            ? at.UtcTicks / 10
            : null;

    private static string Said(EventLogRow row) => $"Event {row.Version} ({row.Type}) of {NameIn(row.Json)}{row.Aggregate}";

    private static string NameIn(string json) => Name(JsonNode.Parse(json)?["details"]);

    // "CSP2025-MEL-03 ", where the thing has a reference or belongs to what has one.
    private static string Name(object? details) =>
        JsonSerializer.SerializeToNode(details, Doors.Json) is JsonObject said
        && said.FirstOrDefault(m => m.Key.EndsWith("reference", StringComparison.OrdinalIgnoreCase) && m.Value is JsonValue).Value
            is { } name
            ? $"{name} "
            : "";
}
