using System.Net.Sockets;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Bids;
using Platform.Local;
using Platform.Reporting;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Persistence;
using Platform.Testing;
using RabbitMQ.Client;

[assembly: AssemblyFixture(typeof(Platform.ServiceDefaults.Tests.TwoServices))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Platform.ServiceDefaults.Tests;

/// <summary>A publisher (Bids) and a consumer (Reporting) as they ship, over a real broker. Publishers are started by the tests.</summary>
public sealed class TwoServices : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("messaging-tests-").FullName;

    public EmbeddedPostgres Postgres { get; private set; } = null!;
    public RabbitNode Broker { get; private set; } = null!;
    public WebApplication Reporting { get; private set; } = null!;
    public string Folder => folder;

    public async ValueTask InitializeAsync()
    {
        var broker = RabbitNode.StartAsync(Path.Combine(folder, "rabbitmq"), CancellationToken.None);
        Postgres = await EmbeddedPostgres.StartAsync(Path.Combine(folder, "postgres"), CancellationToken.None, durable: false);
        foreach (var name in (string[])["bids", "reporting"])
            await Postgres.CreateDatabaseAsync(name, name, name);
        Broker = await broker;
        Reporting = await StartAsync<ReportingService>();
        // Once, for its tables and queues.
        var bids = await StartAsync<BidsService>();
        await bids.StopAsync();
        await bids.DisposeAsync();
    }

    /// <summary>Stops the consumer that is always there.</summary>
    public async Task StopReportingAsync()
    {
        await Reporting.StopAsync();
        await Reporting.DisposeAsync();
    }

    /// <summary>Starts it again.</summary>
    public async Task StartReportingAsync() => Reporting = await StartAsync<ReportingService>();

    /// <summary>A service's configuration.</summary>
    public Dictionary<string, string?> Settings(string service) =>
        new()
        {
            ["ConnectionStrings:Database"] = Connection(service),
            ["CallerKeys:Public"] = TestKeys.Callers.Published,
            ["Links:PrivateKey"] = TestKeys.Links,
            ["RabbitMq:Host"] = Broker.Host,
            ["RabbitMq:Port"] = $"{Broker.Port}",
            ["RabbitMq:User"] = Broker.UserName,
            ["RabbitMq:Password"] = Broker.Password,
            ["Urls"] = "http://127.0.0.1:0",
            ["Jobs:Seconds"] = "0",
        };

    /// <summary>A running replica of a service; with another database, or more configuration, if that is given.</summary>
    public async Task<WebApplication> StartAsync<TService>(string? database = null, Action<WebApplicationBuilder>? adjust = null)
        where TService : IPlatformService
    {
        var app = ServiceHost.Build<TService>(
            [],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(Settings(TService.Name));
                if (database is not null)
                    builder.Configuration["ConnectionStrings:Database"] = database;
                // Refusals that tests provoke are logged as errors.
                builder.Logging.SetMinimumLevel(LogLevel.None);
                adjust?.Invoke(builder);
            }
        );
        if (database is null)
            await ServiceHost.MigrateAsync(app);
        await app.StartAsync();
        // A service that is stopped while its bus is starting goes on taking messages.
        await HealthyAsync(app);
        return app;
    }

    /// <summary>Waits until a service takes messages on all of its queues.</summary>
    public static Task HealthyAsync(WebApplication app) =>
        EventuallyAsync(
            () => Task.FromResult(app.Services.GetRequiredService<IBusControl>().CheckHealth().Status == BusHealthStatus.Healthy),
            "it takes messages"
        );

    /// <summary>A connection to the broker, beside the services.</summary>
    public Task<IConnection> ConnectAsync(CancellationToken cancellationToken, Func<AddressFamily, ITcpClient>? socket = null) =>
        new ConnectionFactory
        {
            HostName = Broker.Host,
            Port = Broker.Port,
            UserName = Broker.UserName,
            Password = Broker.Password,
            AutomaticRecoveryEnabled = false,
            SocketFactory = socket ?? ConnectionFactoryBase.DefaultSocketFactory,
        }.CreateConnectionAsync(cancellationToken);

    /// <summary>A connection to a service's database, beside the service.</summary>
    public DbContext Open(string service) => new Log(new DbContextOptionsBuilder<Log>().UseNpgsql(Connection(service)).Options);

    /// <summary>Empties the log of Bids, as a superuser whom no trigger stops.</summary>
    public async Task EmptyLogAsync()
    {
        var connection = new NpgsqlConnectionStringBuilder(Postgres.AdminConnectionString)
        {
            Database = "bids",
            Options = "-c session_replication_role=replica",
        };
        await using var bids = NpgsqlDataSource.Create(connection);
        await using var empty = bids.CreateCommand("delete from event_log");
        await empty.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Waits until something is so. A consumer that lost its broker asks for it again after 3 to 60 seconds.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> holds, string what, int seconds = 150)
    {
        for (var wait = 0; !await holds(); wait++)
        {
            Assert.True(wait < seconds * 20, $"Not within {seconds} seconds: {what}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // What did not start is not there to be stopped: the cause is reported, not that.
        if (Reporting is not null)
        {
            await Reporting.StopAsync();
            await Reporting.DisposeAsync();
        }
        if (Broker is not null)
            await Broker.DisposeAsync();
        if (Postgres is not null)
            await Postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string Connection(string name) =>
        $"Host=127.0.0.1;Port={Postgres.Port};Database={name};Username={name};Password={name};Maximum Pool Size=30;"
        + "Search Path=public,read";

    // The tables that all services share.
    private sealed class Log(DbContextOptions<Log> options) : DbContext(options)
    {
        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            PlatformModel.Values(configurationBuilder);

        protected override void OnModelCreating(ModelBuilder modelBuilder) => PlatformModel.Tables(modelBuilder);
    }
}
