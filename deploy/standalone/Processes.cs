using System.Diagnostics;
using Platform.Contracts;
using Platform.Demo;
using Platform.Gateway;
using Platform.Local;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Standalone;

/// <summary>The gateway and each service as a process of its own, over RabbitMQ, on the system's clock.</summary>
internal static class Processes
{
    // The gateway last.
    private static readonly string[] Programs =
    [
        .. ServiceNames.BehindTheGateway.Append(ServiceNames.Gateway).Select(name => char.ToUpperInvariant(name[0]) + name[1..]),
    ];

    /// <summary>"Bids" for "bids"; null where no program has that name.</summary>
    public static string? Named(string name) => Array.Find(Programs, p => p.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static async Task RunAsync(Settings settings, Stores stores, CancellationToken stop)
    {
        Console.WriteLine("Starting RabbitMQ...");
        await using var rabbit = await RabbitNode.StartAsync(Path.Combine(settings.Folder, "rabbitmq"), stop);
        var ports = ServiceSettings.Ports(settings);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = new List<KeptServer>();
        try
        {
            foreach (var program in Programs)
            {
                using var migration = Start(program, ["--migrate"]);
                await migration.ExitAsync(stop);
                if (migration.ExitCode != 0)
                    throw new InvalidOperationException($"{program} could not bring its database up to date: {migration.LastWords}");
            }
            using var client = SignedInPeople.Reach(settings.Address);
            // The services first, then the gateway, which asks at once whether they live.
            foreach (var program in Programs[..^1])
                await BeginAsync(program);
            foreach (var program in Programs[..^1])
                await ReadyAsync(program);
            await BeginAsync(Programs[^1]);
            await ReadyAsync(Programs[^1]);
            var player = new DemoPlayer(new(client, settings.Secrets.People, () => Accounts.Code(settings)));
            await FirstStart.PlayOnceAsync(
                settings,
                async () =>
                {
                    // Not started: what it writes is sent by the gateway that runs.
                    await using var gateway = ServiceHost.Build<GatewayService>(
                        [],
                        builder => builder.Configuration.AddInMemoryCollection(Values(Programs[^1]))
                    );
                    await Accounts.MakeAsync(gateway.Services, settings);
                    await player.OpenRoundAsync(London.DateOf(TimeProvider.System.GetUtcNow()), stop);
                }
            );
            FirstStart.Tell(settings);
            Console.WriteLine($"RabbitMQ is on port {rabbit.Port}. Processes: {string.Join(", ", running)}");
            await await Task.WhenAny([
                stores.KeepUpAsync(Console.WriteLine, giveUp.Token),
                rabbit.KeepUpAsync(Console.WriteLine, giveUp.Token),
                .. running.Select(p => p.KeepUpAsync(Console.WriteLine, giveUp.Token)),
            ]);
            Console.WriteLine("Stopping...");
        }
        finally
        {
            await giveUp.CancelAsync();
            foreach (var kept in running.AsEnumerable().Reverse())
            {
                await kept.Process.StopAsync(TimeSpan.FromSeconds(25));
                kept.Process.Dispose();
            }
        }

        async Task BeginAsync(string program)
        {
            if (program != settings.Except)
            {
                running.Add(new(program, () => Start(program, [])));
                return;
            }
            var file = Path.Combine(settings.Folder, $"{program.ToLowerInvariant()}.env");
            await File.WriteAllLinesAsync(
                file,
                Values(program).Select(v => $"{v.Key.Replace(":", "__")}={v.Value?.ReplaceLineEndings(" ")}"),
                stop
            );
            Console.WriteLine($"Start {program} yourself. Its environment is in {file}");
        }

        Task ReadyAsync(string program) =>
            UntilReadyAsync(
                ports[program.ToLowerInvariant()],
                program == settings.Except ? TimeSpan.MaxValue : TimeSpan.FromMinutes(1),
                running,
                stop
            );

        Dictionary<string, string?> Values(string program)
        {
            var values = ServiceSettings.For(program.ToLowerInvariant(), settings, stores, ports);
            values["RabbitMq:Host"] = rabbit.Host;
            values["RabbitMq:Port"] = $"{rabbit.Port}";
            values["RabbitMq:User"] = rabbit.UserName;
            values["RabbitMq:Password"] = rabbit.Password;
            return values;
        }

        ServerProcess Start(string program, string[] arguments)
        {
            var values = Values(program);
            var built = Path.Combine(
                AppContext.BaseDirectory,
                "..",
                "..",
                program,
                Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')),
                program + ".dll"
            );
            // Names of loggers have dots, which names of shell variables cannot have. An option without a value comes last.
            var (named, plain) = (values.Where(v => v.Key.Contains('.')), values.Where(v => !v.Key.Contains('.')));
            return ServerProcess.Start(
                settings.Folder,
                program,
                ["dotnet", Path.GetFullPath(built), .. named.Select(v => $"--{v.Key}={v.Value}"), .. arguments],
                Signal.Terminate,
                plain.ToDictionary(v => v.Key.Replace(":", "__"), v => v.Value ?? "")
            );
        }
    }

    private static async Task UntilReadyAsync(int port, TimeSpan patience, List<KeptServer> running, CancellationToken stop)
    {
        var health = new Uri($"http://127.0.0.1:{port}/health/ready");
        using var client = new HttpClient();
        for (var since = Stopwatch.StartNew(); since.Elapsed < patience && !running.Exists(p => p.Process.HasExited); )
        {
            try
            {
                using var answer = await client.GetAsync(health, stop);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100, stop);
        }
        throw running.Find(p => p.Process.HasExited)?.Ended() ?? new InvalidOperationException($"{health} did not become ready in time.");
    }
}
