using Npgsql;

namespace Platform.Notifications.Delivery;

/// <summary>
/// Notes, outside the transaction that locks a letter, that its handover has begun. If the process dies, the note stays, and the next
/// process asks the provider before it hands the letter over again.
/// </summary>
internal sealed class Handovers(NpgsqlDataSource database)
{
    /// <summary>The longest that an attempt may take. After twice as long, an attempt that was noted is taken to be over.</summary>
    public static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(25);

    /// <summary>Notes that an attempt begins now, unless an earlier one may still be under way.</summary>
    /// <returns>When the earlier attempt began; null where there was none.</returns>
    public async Task<DateTimeOffset?> BeginAsync(Guid letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            with earlier as (select begun_at from handovers where letter_id = $1)
            insert into handovers (letter_id, begun_at) values ($1, $2)
            on conflict (letter_id) do update set begun_at = case when handovers.begun_at <= $3 then excluded.begun_at else
            handovers.begun_at end
            returning (select begun_at from earlier)
            """
        );
        command.Parameters.Add(new() { Value = letter });
        command.Parameters.Add(new() { Value = now.ToUniversalTime() });
        command.Parameters.Add(new() { Value = (now - (2 * LongestAttempt)).ToUniversalTime() });
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime at ? new DateTimeOffset(at) : null;
    }
}
