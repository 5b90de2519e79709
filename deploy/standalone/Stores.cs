using Npgsql;
using Platform.Contracts;
using Platform.Local;

namespace Platform.Standalone;

/// <summary>The PostgreSQL server with a database and two logins for each service.</summary>
internal sealed class Stores : IAsyncDisposable
{
    public static readonly string[] Databases = [ServiceNames.Gateway, .. ServiceNames.BehindTheGateway];

    private readonly EmbeddedPostgres server;
    private readonly Secrets secrets;

    private Stores(EmbeddedPostgres server, Secrets secrets) => (this.server, this.secrets) = (server, secrets);

    public static async Task<Stores> StartAsync(Settings settings, CancellationToken cancellationToken)
    {
        Console.WriteLine("Starting PostgreSQL...");
        var server = await EmbeddedPostgres.StartAsync(Path.Combine(settings.Folder, "postgres"), cancellationToken);
        foreach (var name in Databases)
            await server.CreateDatabaseAsync(name, name, settings.Secrets.Databases[name], settings.Secrets.Owners[name]);
        return new(server, settings.Secrets);
    }

    /// <summary>The connection strings of a service's own database: to serve from it, and to migrate it.</summary>
    public Dictionary<string, string?> ConnectionsFor(string service) =>
        Databases.Contains(service)
            ? new()
            {
                ["ConnectionStrings:Database"] = Connection(service, service, secrets.Databases[service]),
                ["ConnectionStrings:Migrations"] = Connection(service, EmbeddedPostgres.OwnerOf(service), secrets.Owners[service]),
            }
            : [];

    /// <inheritdoc cref="EmbeddedPostgres.KeepUpAsync"/>
    public Task KeepUpAsync(Action<string> tell, CancellationToken stop) => server.KeepUpAsync(tell, stop);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private string Connection(string name, string login, string password) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Database = name,
            Username = login,
            Password = password,
            MaxPoolSize = 60,
        }.ConnectionString;
}
