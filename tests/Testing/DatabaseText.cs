using Npgsql;

namespace Platform.Testing;

/// <summary>All that a database says, as text: for tests that something is nowhere in it.</summary>
public static class DatabaseText
{
    /// <summary>Each row of each table, whatever its schema.</summary>
    /// <param name="connection">Of somebody who sees all rows.</param>
    /// <param name="except">How the names of tables begin that a test made for itself.</param>
    public static async Task<string> OfAsync(NpgsqlDataSource connection, string? except = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var tables = connection.CreateCommand(
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"
        );
        var names = new List<string>();
        await using (var rows = await tables.ExecuteReaderAsync(cancel))
            while (await rows.ReadAsync(cancel))
                names.Add(rows.GetString(0));
        var text = new List<string>();
        foreach (var name in names.Where(n => except is null || !n.StartsWith($"public.{except}", StringComparison.Ordinal)))
        {
            await using var all = connection.CreateCommand($"select string_agg(t::text, E'\\n') from {name} t");
            text.Add($"{name}\n{await all.ExecuteScalarAsync(cancel)}");
        }
        return string.Join('\n', text);
    }
}
