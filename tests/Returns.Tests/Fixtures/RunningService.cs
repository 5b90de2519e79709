using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Contracts;
using Platform.Local;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Returns.Tests.Fixtures;

/// <summary>One service as it ships, on a port of its own, on a real PostgreSQL: one database for the assembly. Its jobs run when a test calls them.</summary>
public sealed class RunningService<TService> : IAsyncLifetime where TService : IPlatformService
{
    private readonly string folder = Directory.CreateTempSubdirectory($"{TService.Name}-tests-").FullName;
    private readonly List<WebApplication> replicas = [];
    private EmbeddedPostgres postgres = null!;
    private HttpClient http = null!;

    /// <summary>The clock of every replica.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>The first replica's container.</summary>
    public IServiceProvider Services => replicas[0].Services;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        postgres = await EmbeddedPostgres.StartAsync(folder, CancellationToken.None, durable: false);
        await postgres.CreateDatabaseAsync("service", "service", "service");
        await postgres.CreateDatabaseAsync("keys", "keys", "keys");
        var first = await StartReplicaAsync();
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new(first.Urls.First()),
        };
    }

    /// <summary>Another process of the same service on the same database.</summary>
    public async Task<WebApplication> StartReplicaAsync()
    {
        var app = ServiceHost.Build<TService>([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Database"] = Connection("service"),
                ["ConnectionStrings:Keys"] = Connection("keys"),
                ["urls"] = "http://127.0.0.1:0",
                ["Jobs:Seconds"] = "0",
            });
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddSingleton<InProcessTransport>();
        });
        await ServiceHost.MigrateAsync(app);
        await app.StartAsync();
        replicas.Add(app);
        return app;
    }

    /// <summary>A browser or program of that person.</summary>
    public Visitor As(Person person, Partnership? partnership, params string[] roles) =>
        new(http, () => Services.GetRequiredService<CallerTokens>().Issue(person, roles, partnership), Clock);

    /// <summary>Somebody without a caller token.</summary>
    public Visitor AsNobody() => new(http, null, Clock);

    /// <summary>Runs a job until nothing is due.</summary>
    public async Task SweepAsync<TSweep>(IServiceProvider? replica = null) where TSweep : ISweep
    {
        while (await SweepOnceAsync<TSweep>(replica) > 0) { }
    }

    /// <summary>Runs a job once.</summary>
    public async Task<int> SweepOnceAsync<TSweep>(IServiceProvider? replica = null) where TSweep : ISweep
    {
        await using var scope = (replica ?? Services).CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TSweep>().RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks the database, as the platform.</summary>
    public async Task<T> ReadAsync<TContext, T>(Func<TContext, Task<T>> read) where TContext : DbContext
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TContext>());
    }

    /// <summary>Delivers an event to the service's consumers.</summary>
    public Task DeliverAsync(IEvent happened, Guid messageId) =>
        Services.GetRequiredService<InProcessTransport>().PublishAsync(happened, messageId, TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        foreach (var app in replicas)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        if (postgres is not null) await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string Connection(string name) => $"Host=127.0.0.1;Port={postgres.Port};Database={name};Username={name};Password={name};Maximum Pool Size=20";
}
