using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Testing;

/// <summary>The wall in PostgreSQL behind the query filters: what is left when somebody forgets a filter.</summary>
public static class SecondWall
{
    /// <summary>A replica whose queries have no filter by partnership.</summary>
    public static Task<WebApplication> StartWithoutFiltersAsync<TService, TContext>(this RunningService<TService> service)
        where TService : IPlatformService
        where TContext : ServiceDbContext =>
        service.StartReplicaAsync(builder =>
            builder.Services.ConfigureDbContext<TContext>(options => options.ReplaceService<IModelCustomizer, WithoutFilter>())
        );

    /// <summary>
    /// Asserts that the login that serves, with that partnership set, sees rows of its own and of nobody else in each table that says whose
    /// its rows are, and none where nothing is set; and that it can lift neither the policies nor the guards of the log.
    /// </summary>
    /// <returns>The tables in which it saw rows.</returns>
    public static async Task<IReadOnlyList<string>> AssertStandsAsync(NpgsqlDataSource serving, string partnership)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var connection = await serving.OpenConnectionAsync(cancel);
        var tables = await ListAsync(
            connection,
            """
            select table_schema || '.' || table_name from information_schema.columns join pg_tables on schemaname = table_schema and
            tablename = table_name where column_name = 'partnership' and rowsecurity and table_schema <> 'pg_catalog' order by 1
            """
        );
        Assert.NotEmpty(tables);
        var seen = new List<string>();
        foreach (var table in tables)
        {
            await RunAsync(connection, "reset platform.owner");
            Assert.Empty(await ListAsync(connection, $"select distinct partnership from {table} where partnership is not null"));
            await RunAsync(connection, $"set platform.owner = '{partnership}'");
            var owners = await ListAsync(connection, $"select distinct partnership from {table} where partnership is not null");
            Assert.Empty(owners.Except([partnership]));
            if (owners.Count > 0)
                seen.Add(table);
        }
        foreach (
            var lift in new[]
            {
                $"alter table {tables[0]} disable row level security",
                $"drop policy of_owner on {tables[0]}",
                "alter table event_log disable trigger all",
                "delete from event_log",
                "update event_log set json = '{}'",
                "truncate event_log",
                "set session_replication_role = replica",
            }
        )
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(connection, lift))).SqlState
            );
        return seen;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var all = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            all.Add(rows.GetString(0));
        return all;
    }

    private sealed class WithoutFilter(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder model, DbContext context)
        {
            base.Customize(model, context);
            foreach (var entity in model.Model.GetEntityTypes())
                if (entity.FindDeclaredQueryFilter(ServiceDbContext.OwnPartnership) is not null)
                    entity.SetQueryFilter(ServiceDbContext.OwnPartnership, null);
        }
    }
}
