using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Bids;
using Platform.Contracts;
using Platform.Demo;
using Platform.Gateway;
using Platform.Local;
using Platform.Notifications;
using Platform.Reporting;
using Platform.Returns;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Messaging;
using Platform.Standalone.Demonstration;

namespace Platform.Standalone;

/// <summary>The gateway and all services in this process, over in-memory messages, on a clock that can be moved.</summary>
internal static class OneProcess
{
    public static async Task RunAsync(Settings settings, Stores stores, CancellationToken stop)
    {
        var clock = new MovableClock(Path.Combine(settings.Folder, "clock"));
        var transport = new InProcessTransport(services: ServiceNames.BehindTheGateway.Count + 1);
        var ports = ServiceSettings.Ports(settings, "demonstration");
        var sweeps = new SweepLooks();
        var running = new List<WebApplication>();
        var quiet = new Quiet(sweeps, transport, running, clock);
        using var client = SignedInPeople.Reach(settings.Address);
        var moves = new ClockMoves(clock, client, quiet);

        WebApplication Build<TService>()
            where TService : IPlatformService =>
            ServiceHost.Build<TService>(
                [],
                builder =>
                {
                    var values = ServiceSettings.For(TService.Name, settings, stores, ports);
                    values["Demonstration:Banner"] = "true";
                    values["Jobs:Seconds"] = "1";
                    values["ReverseProxy:Routes:demonstration:ClusterId"] = "demonstration";
                    values["ReverseProxy:Routes:demonstration:AuthorizationPolicy"] = "anonymous";
                    values["ReverseProxy:Routes:demonstration:Match:Path"] = "/demonstration/{**rest}";
                    values["ReverseProxy:Clusters:demonstration:Destinations:one:Address"] = $"http://127.0.0.1:{ports["demonstration"]}";
                    builder.Configuration.AddInMemoryCollection(values);
                    builder.Services.AddSingleton<TimeProvider>(clock);
                    builder.Services.AddSingleton(transport);
                    builder.Services.AddSingleton(sweeps);
                    builder.Services.AddSingleton(moves);
                    builder.Services.AddSingleton(settings);
                }
            );

        var started = TimeProvider.System.GetUtcNow();
        try
        {
            foreach (
                var build in (Func<WebApplication>[])
                    [Build<BidsService>, Build<ReturnsService>, Build<NotificationsService>, Build<ReportingService>]
            )
                await StartAsync(build());
            await StartAsync(Build<GatewayService>());
            var replayed = await Replay.UnhandledAsync(running, transport, started, stop);
            if (replayed > 0)
                Console.WriteLine($"{replayed} messages that were under way when the platform ended are being handled now.");
            await FirstStart.PlayOnceAsync(
                settings,
                () =>
                    new DemoPlayer(new(client, settings.Secrets.People, () => Accounts.Code(settings))).PlayAsync(
                        moves.ToAsync,
                        () => Accounts.MakeAsync(running[^1].Services, settings),
                        () => Accounts.ReviewAsync(running[^1].Services),
                        stop
                    )
            );
            await ReadyAsync(running[^1], stop);
            running.Add(Build<DemonstrationService>());
            await running[^1].StartAsync(stop);
            FirstStart.Tell(settings);
            await stores.KeepUpAsync(Console.WriteLine, stop);
            Console.WriteLine("Stopping...");
        }
        finally
        {
            foreach (var app in running.AsEnumerable().Reverse())
            {
                await app.StopAsync(CancellationToken.None);
                await app.DisposeAsync();
            }
        }

        async Task StartAsync(WebApplication app)
        {
            running.Add(app);
            await ServiceHost.MigrateAsync(app);
            await app.StartAsync(stop);
        }
    }

    private static async Task ReadyAsync(WebApplication app, CancellationToken stop)
    {
        var health = app.Services.GetRequiredService<HealthCheckService>();
        while ((await health.CheckHealthAsync(stop)).Status != HealthStatus.Healthy)
            await Task.Delay(100, stop);
    }
}
