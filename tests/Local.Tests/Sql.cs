using Npgsql;

namespace Platform.Local.Tests;

internal static class Sql
{
    public static string As(EmbeddedPostgres postgres, string database, string login, string password) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = postgres.Port,
            Database = database,
            Username = login,
            Password = password,
            Pooling = false,
        }.ConnectionString;

    public static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
