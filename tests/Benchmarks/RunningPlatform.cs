using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Platform.Demo;
using Platform.Gateway.SignIn;
using Platform.Local;

namespace Platform.Benchmarks;

/// <summary>The whole platform as <c>./run --rabbitmq</c> starts it, in a folder of its own that is deleted afterwards.</summary>
internal sealed class RunningPlatform : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("platform-benchmark-").FullName;
    private readonly Dictionary<string, string> sessions = [];
    private readonly HttpClient http;
    private readonly ServerProcess server;

    private RunningPlatform(int port)
    {
        Address = $"http://127.0.0.1:{port}";
        http = SignedInPeople.Reach(Address);
        server = ServerProcess.Start(
            folder,
            "platform",
            ["dotnet", Program, "--rabbitmq", "--port", $"{port}", "--data", Path.Combine(folder, "data")],
            Signal.Interrupt
        );
    }

    public string Address { get; }

    private static string Program =>
        Path.GetFullPath(
            Path.Combine(
                AppContext.BaseDirectory,
                "..",
                "..",
                "Standalone",
                Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')),
                "Standalone.dll"
            )
        );

    private string Password => Secrets.GetProperty(nameof(People)).GetString()!;

    private SignedInPeople People =>
        new(
            http,
            Password,
            () => Totp.CodeOf(Secrets.GetProperty("Authenticator").GetString()!, Totp.StepOf(TimeProvider.System.GetUtcNow()))
        );

    private JsonElement Secrets => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(folder, "data", "secrets.json")));

    /// <summary>Starts the platform, measures it, and stops it.</summary>
    public static async Task MeasureAsync(Func<RunningPlatform, CancellationToken, Task> benchmark, CancellationToken cancellationToken)
    {
        await using var platform = await StartAsync(cancellationToken);
        await benchmark(platform, cancellationToken);
    }

    public static async Task<RunningPlatform> StartAsync(CancellationToken cancellationToken)
    {
        var platform = new RunningPlatform(FreePort.Find(1)[0]);
        var log = Path.Combine(platform.folder, "platform.log");
        for (
            var tries = 0;
            !File.Exists(log) || !(await File.ReadAllTextAsync(log, cancellationToken)).Contains("Ctrl+C", StringComparison.Ordinal);
            tries++
        )
        {
            if (tries == 240 || platform.server.HasExited)
                throw new InvalidOperationException($"The platform did not start: {platform.server.LastWords}");
            await Task.Delay(500, cancellationToken);
        }
        return platform;
    }

    /// <summary>A connection of its own to the gateway, as that person.</summary>
    public async Task<HttpClient> ConnectAsync(string user, CancellationToken cancellationToken)
    {
        if (!sessions.TryGetValue(user, out var session))
            session = sessions[user] = await People.SignInAsync(user, cancellationToken);
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                MaxConnectionsPerServer = 1,
                UseCookies = false,
                AllowAutoRedirect = false,
            }
        )
        {
            BaseAddress = new(Address),
        };
        client.DefaultRequestHeaders.Add("Cookie", session);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        // Good for ten minutes: what is signed in a benchmark asks for it.
        using var proved = await client.PostAsJsonAsync("/api/users/me/confirmation", new { Proof = Password }, cancellationToken);
        proved.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>A service's database, to be filled with what years would have left there.</summary>
    public NpgsqlDataSource Database(string name)
    {
        var pid = Directory
            .EnumerateFiles(Path.Combine(folder, "data", "postgres"), "postmaster.pid", SearchOption.AllDirectories)
            .Single();
        return NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder
            {
                Host = "127.0.0.1",
                Port = int.Parse(File.ReadLines(pid).ElementAt(3), null),
                Database = name,
                Username = name,
                Password = Secrets.GetProperty("Databases").GetProperty(name).GetString(),
                CommandTimeout = 600,
                SearchPath = "public, read",
            }.ConnectionString
        );
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.StopAsync(TimeSpan.FromSeconds(60));
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
