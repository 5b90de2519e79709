using Npgsql;
using NpgsqlTypes;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Publication;

/// <summary>
/// Reads a file's rows page by page, each with a separate statement. Nothing is locked while a slow client takes a page, so no rebuild or
/// migration waits for a download.
/// </summary>
internal sealed class DataPages(NpgsqlDataSource database)
{
    /// <summary>Hands over each row, and says when a page has ended, by which time the reader is closed.</summary>
    public async Task ReadAsync(
        DataFile file,
        (DateOnly From, DateOnly To) period,
        Action<NpgsqlDataReader> row,
        Func<Task> pageEnd,
        CancellationToken cancellationToken
    )
    {
        var after = (First: Start(file.Keys.First), Second: Start(file.Keys.Second));
        for (var rows = 1; rows > 0; )
        {
            rows = 0;
            await using (var connection = await database.OpenForEverybodyAsync(cancellationToken))
            await using (var command = new NpgsqlCommand(file.Sql, connection))
            {
                command.Parameters.Add(new("after1", TypeOf(file.Keys.First)) { Value = after.First });
                command.Parameters.Add(new("after2", TypeOf(file.Keys.Second)) { Value = after.Second });
                command.Parameters.AddWithValue("limit", file.Page);
                if (file.Sql.Contains("@from", StringComparison.Ordinal))
                {
                    command.Parameters.AddWithValue("from", period.From);
                    command.Parameters.AddWithValue("to", period.To);
                }
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                for (; await reader.ReadAsync(cancellationToken); rows++)
                {
                    row(reader);
                    after = (reader.GetValue(file.Columns.Count), reader.GetValue(file.Columns.Count + 1));
                }
            }
            await pageEnd();
        }
    }

    /// <summary>The period that includes every day.</summary>
    public static readonly (DateOnly, DateOnly) Always = (DateOnly.MinValue, DateOnly.MaxValue);

    private static object Start(KeyKind kind) =>
        kind switch
        {
            KeyKind.Text => "",
            KeyKind.Id => Guid.Empty,
            _ => -1,
        };

    private static NpgsqlDbType TypeOf(KeyKind kind) =>
        kind switch
        {
            KeyKind.Text => NpgsqlDbType.Text,
            KeyKind.Id => NpgsqlDbType.Uuid,
            _ => NpgsqlDbType.Integer,
        };
}
