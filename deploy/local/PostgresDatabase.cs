using Npgsql;

namespace Platform.Local;

/// <summary>What the superuser does: one database and one login for each service, closed to the others.</summary>
internal static class PostgresDatabase
{
    /// <summary>Without this, any login may connect to PostgreSQL's own databases.</summary>
    public static async Task CloseToPublicAsync(string admin, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(admin, cancellationToken);
        await using var revoke = new NpgsqlCommand("revoke all on database postgres, template1 from public", connection);
        await revoke.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task CreateAsync(string admin, string name, string login, string password, string? ownerPassword)
    {
        await using var connection = await OpenAsync(admin, CancellationToken.None);
        var owner = ownerPassword is null ? login : OwnerOf(name);
        foreach (var (role, secret) in new[] { (login, password), (owner, ownerPassword ?? password) }.Distinct())
        {
            await RunAsync(
                connection,
                "select format('create role %I', $1) where not exists (select from pg_roles where rolname = $1)",
                role
            );
            await RunAsync(connection, "select format('alter role %I login password %L', $1, $2)", role, secret);
        }
        await RunAsync(
            connection,
            "select format('create database %I', $1) where not exists (select from pg_database where datname = $1)",
            name
        );
        await RunAsync(connection, "select format('alter database %I owner to %I', $1, $2)", name, owner);
        await RunAsync(connection, "select format('revoke all on database %I from public', $1)", name);
        await RunAsync(connection, "select format('grant connect on database %I to %I', $1, $2)", name, login);
    }

    /// <summary>The login that owns a database, where it is not the one that serves.</summary>
    public static string OwnerOf(string name) => name + "_owner";

    private static async Task<NpgsqlConnection> OpenAsync(string admin, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(admin);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // PostgreSQL itself quotes the names and the password: the query returns the statement to run, or nothing.
    private static async Task RunAsync(NpgsqlConnection connection, string query, params string[] values)
    {
        await using var ask = new NpgsqlCommand(query, connection);
        foreach (var value in values)
            ask.Parameters.Add(new() { Value = value });
        if (await ask.ExecuteScalarAsync() is not string statement)
            return;
        await using var run = new NpgsqlCommand(statement, connection);
        await run.ExecuteNonQueryAsync();
    }
}
