using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Bids;
using Platform.Contracts;
using Platform.Demo;
using Platform.Gateway;
using Platform.Gateway.People;
using Platform.Local;
using Platform.Notifications;
using Platform.Reporting;
using Platform.Returns;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Jobs;

namespace Platform.EndToEnd.Tests.Fixtures;

/// <summary>
/// The platform as it is run: gateway and services, each with its own database and port, over RabbitMQ; on one clock that tests move
/// forward.
/// </summary>
public sealed class WholePlatform : IAsyncLifetime
{
    /// <summary>Of every user.</summary>
    public const string Password = "lantern-otter-quartz-4417";

    public const string Administrator = "admin@opcc.example";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string[] Databases = [ServiceNames.Gateway, .. ServiceNames.BehindTheGateway];

    private readonly string folder = Directory.CreateTempSubdirectory("platform-end-to-end-").FullName;
    private readonly Dictionary<string, int> ports = Databases
        .Zip(FreePort.Find(Databases.Length))
        .ToDictionary(p => p.First, p => p.Second);
    private readonly Dictionary<string, WebApplication> running = [];
    private readonly SweepLooks sweeps = new();
    private EmbeddedPostgres postgres = null!;

    /// <summary>A Monday morning, to begin with; it never goes back.</summary>
    public MovableClock Clock { get; } = new();

    public RabbitNode Broker { get; private set; } = null!;

    /// <summary>The gateway's, and the only one that people know.</summary>
    public string Address => $"http://127.0.0.1:{ports["gateway"]}";

    public string MailFolder => Path.Combine(folder, "letters");

    public PlatformApi Api { get; private set; } = null!;

    /// <summary>What was logged as an error, by whichever program.</summary>
    public ErrorLog Errors { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Clock.MoveTo(new(2024, 12, 2, 9, 30, 0, TimeSpan.Zero));
        var broker = RabbitNode.StartAsync(Path.Combine(folder, "rabbitmq"), CancellationToken.None);
        postgres = await EmbeddedPostgres.StartAsync(Path.Combine(folder, "postgres"), CancellationToken.None, durable: false);
        foreach (var name in Databases)
            await postgres.CreateDatabaseAsync(name, name, name, name);
        Broker = await broker;
        await StartAsync<BidsService>();
        await StartAsync<ReturnsService>();
        await StartAsync<NotificationsService>();
        await StartAsync<ReportingService>();
        await StartAsync<GatewayService>();
        using var client = new HttpClient();
        foreach (var name in running.Keys)
            await Until.TrueAsync(async () => (await client.GetAsync(HealthOf(name, "ready"))).IsSuccessStatusCode, $"{name} is ready");
        Api = new(this, SignedInPeople.Reach(Address), Password);
        await MakeAccountAsync(new(Administrator, "Alex Kerr", null, [Roles.Administrator]));
        foreach (var person in DemoData.People)
            await MakeAccountAsync(person);
        await Until.TrueAsync(
            async () => await CountAsync("notifications", "select count(*) from contacts") == DemoData.People.Count + 1,
            "everybody can be written to"
        );
    }

    /// <summary>Makes an account with the usual password, on the server.</summary>
    public async Task MakeAccountAsync(DemoPerson person)
    {
        await using var scope = running[ServiceNames.Gateway].Services.CreateAsyncScope();
        var typed = new TypedAccount
        {
            Name = person.Name,
            Email = person.Email,
            Partnership = person.Partnership ?? TypedAccount.Office,
            Roles = [.. person.Roles],
        };
        Assert.True((await scope.ServiceProvider.GetRequiredService<MakeAccount>().RunAsync(typed, Password)).IsDone);
    }

    /// <summary>Starts a program on the port that it had at first.</summary>
    public async Task StartAsync<TService>()
        where TService : IPlatformService
    {
        var app = ServiceHost.Build<TService>(
            [],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(SettingsOf(TService.Name));
                builder.Logging.ClearProviders().AddProvider(Errors);
                builder.Services.AddSingleton<TimeProvider>(Clock);
                builder.Services.AddSingleton(sweeps);
            }
        );
        running.Add(TService.Name, app);
        await ServiceHost.MigrateAsync(app);
        await app.StartAsync();
    }

    /// <summary>Stops a program in an orderly way.</summary>
    public async Task StopAsync<TService>()
        where TService : IPlatformService
    {
        running.Remove(TService.Name, out var app);
        await app!.StopAsync();
        await app.DisposeAsync();
    }

    public Uri HealthOf(string service, string kind) => new($"http://127.0.0.1:{ports[service]}/health/{kind}");

    /// <summary>Counts in a service's database.</summary>
    public async Task<long> CountAsync(string service, string sql, params object[] values) => (long)await AskAsync(service, sql, values);

    /// <summary>Reads one value of a service's database.</summary>
    public async Task<string> TextAsync(string service, string sql, params object[] values) => (string)await AskAsync(service, sql, values);

    /// <summary>Returns when all that is due now is done, and what follows from it too.</summary>
    public async Task SettleAsync()
    {
        await sweeps.AllIdleAsync(Patience, CancellationToken.None);
        foreach (var service in ServiceNames.BehindTheGateway)
            await Until.TrueAsync(
                async () => await CountAsync(service, "select count(*) from event_log where sent_at is null") == 0,
                $"{service} has sent its events"
            );
        await sweeps.AllIdleAsync(Patience, CancellationToken.None);
    }

    private async Task<object> AskAsync(string service, string sql, object[] values)
    {
        await using var database = NpgsqlDataSource.Create(Connection(service, service) + ";Options=-c platform.owner=*");
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return (await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in running.Values.Reverse())
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        if (Broker is not null)
            await Broker.DisposeAsync();
        if (postgres is not null)
            await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Dictionary<string, string?> SettingsOf(string service)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Urls"] = $"http://127.0.0.1:{ports[service]}",
            ["ConnectionStrings:Database"] = Connection(service, service),
            ["ConnectionStrings:Migrations"] = Connection(service, EmbeddedPostgres.OwnerOf(service)),
            ["CallerKeys:Address"] = Address + "/.well-known/caller-keys.json",
            ["CallerKeys:Private"] = TestKeys.CallerKey,
            ["Session:Certificate"] = TestKeys.Session,
            ["RabbitMq:Host"] = Broker.Host,
            ["RabbitMq:Port"] = $"{Broker.Port}",
            ["RabbitMq:User"] = Broker.UserName,
            ["RabbitMq:Password"] = Broker.Password,
            ["Platform:PublicAddress"] = Address,
            ["Platform:ContactName"] = "Sam Okafor",
            ["Platform:ContactEmail"] = "officer@opcc.example",
            ["Jobs:Seconds"] = "1",
            ["Mail:Folder"] = MailFolder,
            ["Mail:From"] = "no-reply@opcc.example",
            ["Mail:GatherSeconds"] = "1",
            ["Session:AllowHttp"] = "true",
            ["SignIn:PerMinute"] = "1000",
            ["Links:PublicKey"] = TestKeys.Links,
            ["Links:PrivateKey"] = TestKeys.Links,
            // Journeys move the clock by years.
            ["Accounts:ReviewDays"] = "3650",
            // Only the journeys about second factors are asked for one.
            ["SignIn:SecondFactorFor"] = Roles.Board,
        };
        foreach (var name in ServiceNames.BehindTheGateway)
        {
            settings[$"ReverseProxy:Clusters:{name}:Destinations:one:Address"] = $"http://127.0.0.1:{ports[name]}";
            settings[$"ReverseProxy:Clusters:{name}:HealthCheck:Active:Interval"] = "00:00:01";
        }
        return settings;
    }

    private string Connection(string name, string login) =>
        $"Host=127.0.0.1;Port={postgres.Port};Database={name};Username={login};Password={name};Maximum Pool Size=15";
}
