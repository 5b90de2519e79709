using Npgsql;
using Platform.Local;

[assembly: AssemblyFixture(typeof(Databases))]

namespace Platform.Gateway.Tests.Hosting;

/// <summary>A real PostgreSQL of these tests' own, with the gateway's database.</summary>
public sealed class Databases : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"gateway-tests-{Guid.NewGuid():n}");
    private EmbeddedPostgres postgres = null!;

    public string Gateway => ConnectionString("gateway");

    /// <summary>The gateway that most tests share; its upstream is <see cref="Upstream"/>.</summary>
    public GatewayHost Host { get; private set; } = null!;

    public Upstream Upstream { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (RuleAttribute.Alone)
            return;
        postgres = await EmbeddedPostgres.StartAsync(folder, CancellationToken.None, durable: false);
        await CreateAsync("gateway");
        await using (var migrating = GatewayHost.Build(this, upstream: "http://127.0.0.1:1"))
            await migrating.MigrateAsync();
        Upstream = await Upstream.StartAsync();
        Host = await GatewayHost.StartAsync(this, Upstream.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (RuleAttribute.Alone)
            return;
        await Host.DisposeAsync();
        await Upstream.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public Task CreateAsync(string name) => postgres.CreateDatabaseAsync(name, name, "tests-only");

    public string ConnectionString(string name) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = postgres.Port,
            Database = name,
            Username = name,
            Password = "tests-only",
        }.ConnectionString;
}
