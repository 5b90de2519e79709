using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Notifications.Tests.Fixtures;

/// <summary>A service as it ships, on a free port, with a database of its own, messages in memory and a clock that the test sets.</summary>
public sealed class ServiceUnderTest<TService> : IAsyncDisposable where TService : IPlatformService
{
    private readonly WebApplication app;
    private readonly InProcessTransport transport = new();
    private readonly Deliveries deliveries;
    private int published;

    internal ServiceUnderTest(string database, string keys, SettableClock clock, IReadOnlyDictionary<string, string?> settings)
    {
        Clock = clock;
        app = ServiceHost.Build<TService>([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings).AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Database"] = database,
                ["ConnectionStrings:Keys"] = keys,
                ["Jobs:Seconds"] = "0",
                ["Logging:LogLevel:Default"] = "Error",
                // Retries that a test provokes.
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
                ["Logging:LogLevel:MassTransit"] = "None",
                ["urls"] = "http://127.0.0.1:0",
            });
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Services.AddSingleton(transport);
        });
        deliveries = new(app.Services.GetRequiredService<IMeterFactory>());
    }

    public SettableClock Clock { get; }

    internal async Task StartAsync()
    {
        await ServiceHost.MigrateAsync(app);
        await app.StartAsync();
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Does something with a scope's service, as a request or a sweep would.</summary>
    public async Task<TResult> InScopeAsync<T, TResult>(Func<T, Task<TResult>> act) where T : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>Delivers an event, as many times as there are message ids, all at once; returns when every consumer has finished with each.</summary>
    public async Task DeliverAsync(IEvent happened, params Guid[] messageIds)
    {
        if (messageIds is []) messageIds = [Guid.NewGuid()];
        var queues = Get<ConsumerIndex>().Queues.Count(q => q.Value.Contains(happened.GetType().Name));
        var expected = Interlocked.Add(ref published, queues * messageIds.Length);
        await Task.WhenAll(messageIds.Select(id => transport.PublishAsync(happened, id, TestContext.Current.CancellationToken)));
        await deliveries.ReachAsync(expected, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a sweep until nothing is due.</summary>
    /// <returns>How many things it did.</returns>
    public async Task<int> SweepAsync<TSweep>() where TSweep : ISweep
    {
        for (var done = 0; ;)
        {
            var some = await InScopeAsync((TSweep sweep) => sweep.RunAsync(TestContext.Current.CancellationToken));
            if (some == 0) return done;
            done += some;
        }
    }

    /// <summary>Empties every table but the migrations' own.</summary>
    public async Task EmptyAsync()
    {
        var tables = await InScopeAsync((DbContext db) => Task.FromResult(string.Join(", ", db.Model.GetEntityTypes().Select(e => e.GetTableName()))));
        await using var command = Get<NpgsqlDataSource>().CreateCommand("truncate " + tables);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A browser of somebody; of nobody without roles.</summary>
    public HttpClient Caller(Partnership? partnership, params string[] roles)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };
        if (roles.Length > 0)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer",
                Get<CallerTokens>().Issue(new(Guid.NewGuid(), "Robin Ash"), roles, partnership));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        deliveries.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>Starts services under test.</summary>
public static class ServiceUnderTest
{
    public static async Task<ServiceUnderTest<TService>> StartAsync<TService>(PostgresFixture postgres, SettableClock clock, IReadOnlyDictionary<string, string?> settings)
        where TService : IPlatformService
    {
        var service = new ServiceUnderTest<TService>(await postgres.NewDatabaseAsync(TService.Name), await postgres.NewDatabaseAsync("keys"), clock, settings);
        await service.StartAsync();
        return service;
    }
}
