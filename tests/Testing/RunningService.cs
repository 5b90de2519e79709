using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Contracts;
using Platform.Local;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Testing;

/// <summary>
/// One service as it ships, on a port of its own, with databases of its own on a real PostgreSQL. Its jobs run when a test calls them.
/// </summary>
public class RunningService<TService> : IAsyncLifetime
    where TService : IPlatformService
{
    private readonly string folder = Directory.CreateTempSubdirectory($"{TService.Name}-tests-").FullName;
    private readonly List<WebApplication> replicas = [];
    private readonly string database = $"{TService.Name}_{Guid.NewGuid():n}";
    private EmbeddedPostgres? postgres;
    private Deliveries deliveries = null!;
    private HttpClient http = null!;

    /// <summary>The clock of every replica.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>The first replica's container.</summary>
    public IServiceProvider Services => replicas[0].Services;

    /// <summary>Where the first replica answers.</summary>
    public string Address => replicas[0].Urls.First();

    /// <summary>What this service must be told besides its databases; the folder is deleted after the tests.</summary>
    protected virtual Dictionary<string, string?> Settings(string folder) => [];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (RuleAttribute.Alone)
            return;
        postgres = await SharedPostgres.JoinAsync();
        await postgres.CreateDatabaseAsync(database, database, database, database);
        var first = await StartReplicaAsync();
        deliveries = new(Services.GetRequiredService<IBus>());
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(first.Urls.First()) };
    }

    /// <summary>Another process of the same service on the same database.</summary>
    /// <param name="settings">What it is told besides.</param>
    public Task<WebApplication> StartReplicaAsync(params IEnumerable<(string Key, string? Value)> settings) =>
        StartReplicaAsync(_ => { }, settings);

    /// <summary>The same, otherwise registered.</summary>
    public async Task<WebApplication> StartReplicaAsync(
        Action<WebApplicationBuilder> adjust,
        params IEnumerable<(string Key, string? Value)> settings
    )
    {
        var app = ServiceHost.Build<TService>(
            [],
            builder =>
            {
                builder
                    .Configuration.AddInMemoryCollection(Settings(folder))
                    .AddInMemoryCollection(
                        new Dictionary<string, string?>
                        {
                            ["ConnectionStrings:Database"] = Connection(database, database),
                            ["ConnectionStrings:Migrations"] = Connection(database, EmbeddedPostgres.OwnerOf(database)),
                            ["CallerKeys:Public"] = TestKeys.Callers.Published,
                            ["Links:PrivateKey"] = TestKeys.Links,
                            ["urls"] = "http://127.0.0.1:0",
                            ["Jobs:Seconds"] = "0",
                            ["Messages:UnhandledSeconds"] = "0",
                            ["Limits:Pdf"] = "100000",
                            ["Limits:Upload"] = "100000",
                            ["Limits:Export"] = "100000",
                            ["Limits:Search"] = "100000",
                        }
                    );
                builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value));
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                builder.Services.AddSingleton<TimeProvider>(Clock);
                builder.Services.AddSingleton<InProcessTransport>();
                adjust(builder);
            }
        );
        await ServiceHost.MigrateAsync(app);
        await app.StartAsync();
        replicas.Add(app);
        return app;
    }

    /// <summary>A browser or program of that person.</summary>
    public Visitor As(Person person, Partnership? partnership, params string[] roles) =>
        new(http, () => TestKeys.CallerToken(TService.Name, person, partnership, roles), Clock);

    /// <summary>The same at another replica; null for the first.</summary>
    public Visitor As(WebApplication? replica, Person person, Partnership? partnership, params string[] roles) =>
        replica is null
            ? As(person, partnership, roles)
            : new(
                new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(replica.Urls.First()) },
                () => TestKeys.CallerToken(TService.Name, person, partnership, roles),
                Clock
            );

    /// <summary>Somebody without a caller token.</summary>
    public Visitor AsNobody() => new(http, null, Clock);

    /// <summary>Runs a job until nothing is due.</summary>
    /// <returns>How many things it did.</returns>
    public async Task<int> SweepAsync<TSweep>(IServiceProvider? replica = null)
        where TSweep : ISweep
    {
        for (var done = 0; ; )
        {
            var some = await SweepOnceAsync<TSweep>(replica);
            if (some == 0)
                return done;
            done += some;
        }
    }

    /// <summary>Runs a job once.</summary>
    public async Task<int> SweepOnceAsync<TSweep>(IServiceProvider? replica = null)
        where TSweep : ISweep
    {
        await using var scope = (replica ?? Services).CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TSweep>().RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks the database, as the platform.</summary>
    public async Task<T> ReadAsync<TContext, T>(Func<TContext, Task<T>> read)
        where TContext : DbContext
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TContext>());
    }

    /// <summary>Changes the database behind the service's back, as a superuser whom no trigger stops.</summary>
    /// <returns>How many rows.</returns>
    public async Task<int> TamperAsync(string sql)
    {
        var connection = new NpgsqlConnectionStringBuilder(postgres!.AdminConnectionString)
        {
            Database = database,
            Options = "-c session_replication_role=replica",
        };
        await using var server = NpgsqlDataSource.Create(connection);
        await using var command = server.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All that its database says, as text.</summary>
    public async Task<string> TextAsync(string? except = null)
    {
        var connection = new NpgsqlConnectionStringBuilder(postgres!.AdminConnectionString) { Database = database };
        await using var server = NpgsqlDataSource.Create(connection);
        return await DatabaseText.OfAsync(server, except);
    }

    /// <summary>Does something as the login that owns the database, as a migration does.</summary>
    public async Task AsOwnerAsync(string sql)
    {
        await using var server = NpgsqlDataSource.Create(
            Connection(database, EmbeddedPostgres.OwnerOf(database)) + ";Search Path=public,read"
        );
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Returns once somebody in the service's database waits for a lock that somebody else holds.</summary>
    public async Task WaitForLockAsync()
    {
        await using var server = NpgsqlDataSource.Create(postgres!.AdminConnectionString);
        await using var waiting = server.CreateCommand(
            $"select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = '{database}'"
        );
        while (await waiting.ExecuteScalarAsync(TestContext.Current.CancellationToken) is 0L)
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// Delivers an event to the service's consumers, and waits until each of them has finished with it, even if there was nothing to do.
    /// </summary>
    public Task DeliverAsync(IEvent happened, Guid? messageId = null) => DeliverAsync(happened, [messageId ?? Guid.NewGuid()]);

    /// <summary>Delivers an event as many times as there are message ids, all at once.</summary>
    public Task DeliverAsync(IEvent happened, params Guid[] messageIds)
    {
        var queues = Services.GetRequiredService<ConsumerIndex>().Queues.Count(q => q.Value.Contains(happened.GetType().Name));
        var transport = Services.GetRequiredService<InProcessTransport>();
        return deliveries.FinishAsync(
            queues,
            messageIds,
            () => Task.WhenAll(messageIds.Select(id => transport.PublishAsync(happened, id, TestContext.Current.CancellationToken))),
            happened.GetType().Name
        );
    }

    /// <summary>Publishes an event and does not wait.</summary>
    public Task PublishAsync(IEvent happened, Guid messageId) =>
        Services.GetRequiredService<InProcessTransport>().PublishAsync(happened, messageId, TestContext.Current.CancellationToken);

    /// <summary>Whether each event that the service has logged was handled from each of its own queues that takes it.</summary>
    public async Task<bool> HasHandledItsOwnAsync()
    {
        var queues = Services.GetRequiredService<ConsumerIndex>().Queues;
        var log = await ReadAsync(
            (DbContext db) =>
                db.Set<EventLogRow>()
                    .Select(e => new { e.Type, Handled = db.Set<HandledMessage>().Count(m => m.MessageId == e.Id) })
                    .ToListAsync(TestContext.Current.CancellationToken)
        );
        return log.All(e => e.Handled == queues.Count(q => q.Value.Contains(e.Type)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        foreach (var app in replicas)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        if (postgres is not null)
            await SharedPostgres.LeaveAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private string Connection(string name, string login) =>
        $"Host=127.0.0.1;Port={postgres!.Port};Database={name};Username={login};Password={name};Maximum Pool Size=20";
}
