using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace Platform.ServiceDefaults.Persistence;

/// <summary>
/// The second wall around what belongs to somebody: PostgreSQL itself shows a connection only the rows of the owner that is set on it, and
/// what is everybody's. A connection on which nothing is set sees nobody's, and Npgsql clears the setting when a connection goes back to
/// its pool.
/// </summary>
public static class RowSecurity
{
    /// <summary>Who sees the rows of all owners: the platform itself, and whoever sees everything.</summary>
    public const string Everybody = "*";

    private const string Setting = "platform.owner";
    private const string Own = $"(select current_setting('{Setting}', true))";
    private const string Condition = "RowSecurity:Condition";
    private const string With = "with ";

    /// <summary>A row belongs to whoever owns the row that it points to.</summary>
    /// <typeparam name="T">The kind of row.</typeparam>
    /// <typeparam name="TOf">The kind of row that it points to, by its key.</typeparam>
    /// <param name="thing">The kind of row.</param>
    /// <param name="key">The column that points: "grant_id".</param>
    public static void OwnedWith<T, TOf>(this EntityTypeBuilder<T> thing, string key)
        where T : class
        where TOf : class => thing.Metadata.SetAnnotation(Condition, $"{With}{typeof(TOf).FullName} {key}");

    /// <summary>An owner sees those rows of which this is true; "false" for none.</summary>
    /// <param name="thing">The kind of row.</param>
    /// <param name="sql">A condition on its columns; <c>:owner</c> is the owner's code.</param>
    public static void OwnedWhere<T>(this EntityTypeBuilder<T> thing, string sql)
        where T : class => thing.Metadata.SetAnnotation(Condition, sql);

    /// <summary>A connection that sees the rows of all owners: for what everybody may read.</summary>
    public static async Task<NpgsqlConnection> OpenForEverybodyAsync(this NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var set = Set(connection, Everybody);
        await set.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    internal static void OwnedByPartnership(this IMutableEntityType thing) => thing.SetAnnotation(Condition, "partnership = :owner");

    /// <summary>
    /// Writes the policies anew, and lets the login that serves do what it needs: of the log of events it may not change or delete
    /// anything but what the sender notes, and forget what is personal.
    /// </summary>
    internal static async Task ApplyAsync(DbContext db, string login, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('row security', 0))", cancellationToken);
        // Names come from the model.
        await db.Database.ExecuteSqlRawAsync(Policies(db.Model).Replace("{", "{{").Replace("}", "}}"), cancellationToken);
        var schemas = db.Model.GetEntityTypes().Select(e => e.GetSchema() ?? "public").Distinct().ToArray();
        await db.Database.ExecuteSqlAsync(
            $"select set_config('platform.login', {login}, true), set_config('platform.schemas', {string.Join(',', schemas)}, true)",
            cancellationToken
        );
        await db.Database.ExecuteSqlRawAsync(Rights, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static string Policies(IModel model)
    {
        var sql = new StringBuilder();
        foreach (var thing in model.GetEntityTypes().Where(e => e.GetTableName() is not null))
        {
            if (thing.FindAnnotation(Condition)?.Value is not string condition)
                continue;
            if (condition.StartsWith(With, StringComparison.Ordinal) && condition[With.Length..].Split(' ') is [var of, var key])
                condition = $"exists (select from {Name(model.FindEntityType(of)!)} owning where owning.id = {key})";
            condition = condition.Replace(":owner", Own, StringComparison.Ordinal);
            var table = Name(thing);
            sql.AppendLine(
                $"""
                alter table {table} enable row level security;
                alter table {table} force row level security;
                drop policy if exists of_owner on {table};
                create policy of_owner on {table} using ({Own} = '{Everybody}' or {condition});
                """
            );
        }
        return sql.Length == 0 ? "select 1" : sql.ToString();
    }

    // A login that owns the tables needs no grants.
    private const string Rights = """
        do $$
        declare
            login text := current_setting('platform.login');
            place text;
        begin
            if login = current_user then
                return;
            end if;
            foreach place in array string_to_array(current_setting('platform.schemas'), ',') loop
                execute format('grant usage on schema %I to %I', place, login);
                execute format('grant select, insert, update, delete on all tables in schema %I to %I', place, login);
                execute format('grant usage, select on all sequences in schema %I to %I', place, login);
                if place <> 'public' then
                    execute format('grant truncate on all tables in schema %I to %I', place, login);
                end if;
            end loop;
            execute format('revoke update, delete on event_log, event_log_heads from %I', login);
            execute format('revoke insert, update, delete on "__EFMigrationsHistory" from %I', login);
            execute format('grant maintain, update (sent_at, attempts, not_before, last_error, personal) on event_log to %I', login);
        end $$
        """;

    private static string Name(IReadOnlyEntityType thing) => $"{thing.GetSchema() ?? "public"}.{thing.GetTableName()}";

    internal static DbCommand Set(DbConnection connection, string owner)
    {
        var set = connection.CreateCommand();
        set.CommandText = $"select set_config('{Setting}', $1, false)";
        set.Parameters.Add(new NpgsqlParameter<string> { TypedValue = owner });
        return set;
    }
}

/// <summary>Sets on each connection whose rows its context sees.</summary>
internal sealed class OwnerOnConnection : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData data,
        CancellationToken cancellationToken = default
    )
    {
        if (data.Context is not ServiceDbContext db)
            return;
        await using var set = RowSecurity.Set(connection, db.Owner);
        await set.ExecuteNonQueryAsync(cancellationToken);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data)
    {
        if (data.Context is not ServiceDbContext db)
            return;
        using var set = RowSecurity.Set(connection, db.Owner);
        set.ExecuteNonQuery();
    }
}
