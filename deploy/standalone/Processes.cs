using Platform.Contracts;
using Platform.Demo;
using Platform.Local;

namespace Platform.Standalone;

/// <summary>The gateway and each service as a process of its own, over RabbitMQ, on the system's clock.</summary>
internal static class Processes
{
    private static readonly string[] Programs = ["Bids", "Returns", "Notifications", "Reporting", "Gateway"];

    public static async Task RunAsync(Settings settings, Stores stores, CancellationToken stop)
    {
        Console.WriteLine("Starting RabbitMQ...");
        await using var rabbit = await RabbitNode.StartAsync(Path.Combine(settings.Folder, "rabbitmq"), stop);
        var ports = ServiceSettings.Ports(settings, ServiceSettings.BackEnds);
        var running = new List<ServerProcess>();
        try
        {
            foreach (var program in Programs)
            {
                using var migration = Start(program, ["--migrate"]);
                await migration.ExitAsync(stop);
            }
            running.AddRange(Programs.Select(program => Start(program, [])));
            using var client = new HttpClient { BaseAddress = new(settings.Address) };
            foreach (var port in ports.Values) await ReadyAsync(new($"http://127.0.0.1:{port}/health/ready"), running, stop);
            var player = new DemoPlayer(client, ServiceSettings.Administrator, settings.Secrets.People);
            await FirstStart.PlayOnceAsync(settings, async () =>
            {
                await player.MakePeopleAsync(stop);
                await player.OpenRoundAsync(London.DateOf(TimeProvider.System.GetUtcNow()), stop);
            });
            FirstStart.Tell(settings);
            Console.WriteLine($"RabbitMQ is on port {rabbit.Port}. Processes: {string.Join(", ", Programs.Zip(running, (name, process) => $"{name} {process.Id}"))}");
            await Task.WhenAny([Task.Delay(Timeout.Infinite, stop), .. running.Select(p => p.ExitAsync(stop))]);
            if (!stop.IsCancellationRequested) throw Ended(running);
            Console.WriteLine("Stopping...");
        }
        finally
        {
            // The door first, then the rooms.
            foreach (var process in running.AsEnumerable().Reverse())
            {
                await process.StopAsync(TimeSpan.FromSeconds(25));
                process.Dispose();
            }
        }

        ServerProcess Start(string program, string[] arguments)
        {
            var values = ServiceSettings.For(program.ToLowerInvariant(), settings, stores, ports);
            values["RabbitMq:Host"] = rabbit.Host;
            values["RabbitMq:Port"] = $"{rabbit.Port}";
            values["RabbitMq:User"] = rabbit.UserName;
            values["RabbitMq:Password"] = rabbit.Password;
            var built = Path.Combine(AppContext.BaseDirectory, "..", "..", program, Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), program + ".dll");
            return ServerProcess.Start(settings.Folder, program, ["dotnet", Path.GetFullPath(built), .. arguments], Signal.Terminate,
                values.ToDictionary(v => v.Key.Replace(":", "__"), v => v.Value ?? ""));
        }
    }

    private static InvalidOperationException Ended(List<ServerProcess> running)
    {
        var ended = running.FindIndex(p => p.HasExited);
        return new($"{Programs[ended]} ended by itself. Its last words were:\n{running[ended].LastWords}");
    }

    private static async Task ReadyAsync(Uri health, List<ServerProcess> running, CancellationToken stop)
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 600 && !running.Exists(p => p.HasExited); tries++)
        {
            try
            {
                using var answer = await client.GetAsync(health, stop);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100, stop);
        }
        throw running.Exists(p => p.HasExited) ? Ended(running) : new InvalidOperationException($"{health} did not become ready within a minute.");
    }
}
