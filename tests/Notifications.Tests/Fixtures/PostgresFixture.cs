using Platform.Local;

[assembly: AssemblyFixture(typeof(Platform.Notifications.Tests.Fixtures.PostgresFixture))]

namespace Platform.Notifications.Tests.Fixtures;

/// <summary>One PostgreSQL server for the assembly; every host takes databases of its own from it.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("platform-tests-").FullName;
    private EmbeddedPostgres server = null!;
    private int databases;

    public async ValueTask InitializeAsync() => server = await EmbeddedPostgres.StartAsync(folder, TestContext.Current.CancellationToken, durable: false);

    /// <summary>A new database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabaseAsync(string name)
    {
        name = $"{name}_{Interlocked.Increment(ref databases)}";
        await server.CreateDatabaseAsync(name, name, "test");
        return $"Host=127.0.0.1;Port={server.Port};Database={name};Username={name};Password=test;Maximum Pool Size=20";
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
