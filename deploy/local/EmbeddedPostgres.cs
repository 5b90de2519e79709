using System.Diagnostics;
using Npgsql;

namespace Platform.Local;

/// <summary>
/// A real PostgreSQL server of this program's own, on a free port of 127.0.0.1, for the demonstration and the tests. Its data folder
/// outlives it.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Name = "postgres";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder;
    private readonly PostgresCluster cluster;
    private readonly FolderLock folderLock;
    private ServerProcess? server;

    private EmbeddedPostgres(string folder, PostgresCluster cluster, FolderLock folderLock)
    {
        this.folder = folder;
        this.cluster = cluster;
        this.folderLock = folderLock;
    }

    /// <summary>The port of 127.0.0.1 it listens on: the same for as long as this object lives.</summary>
    public int Port { get; private set; }

    /// <summary>How its superuser connects to the database "postgres". No service may be given this.</summary>
    public string AdminConnectionString => cluster.AdminConnectionString(Port);

    /// <summary>Starts the server, with a new cluster when the folder is empty, and returns when it accepts connections.</summary>
    /// <param name="dataFolder">Where the cluster, its log and the superuser's password are kept.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <param name="durable">False for tests: nothing is flushed to disk. Killing the server loses its last half second; a power cut may
    /// lose the data.</param>
    /// <exception cref="InvalidOperationException">Another program uses the folder, npm's packages are missing, or the server failed to
    /// start; the message says which.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(string dataFolder, CancellationToken cancellationToken, bool durable = true)
    {
        var folder = Path.GetFullPath(dataFolder);
        var folderLock = FolderLock.Take(folder);
        try
        {
            await Leftover.StopAsync(folder, Name, Signal.Interrupt, Patience, cancellationToken);
            var cluster = await PostgresCluster.OpenAsync(folder, durable, cancellationToken);
            var postgres = new EmbeddedPostgres(folder, cluster, folderLock);
            await postgres.StartAsync(() => FreePort.Find(1)[0], cancellationToken);
            return postgres;
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server, as an outage does: clients lose their connections.</summary>
    public async Task StopAsync()
    {
        if (server is null)
            return;
        await server.StopAsync(Patience);
        server.Dispose();
        server = null;
    }

    /// <summary>Starts the stopped server on the same port with the data it had.</summary>
    /// <exception cref="InvalidOperationException">It did not start; the message says why.</exception>
    public Task StartAgainAsync(CancellationToken cancellationToken = default) =>
        server is null ? StartAsync(() => Port, cancellationToken) : throw new InvalidOperationException("The server is running.");

    /// <summary>Starts the server again when it ends by itself; returns when told to.</summary>
    /// <exception cref="InvalidOperationException">It cannot be started again; the message says why.</exception>
    public async Task KeepUpAsync(Action<string> tell, CancellationToken stop)
    {
        while (server is { } running)
        {
            await running.ExitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
                return;
            tell($"PostgreSQL ended by itself with code {running.ExitCode}: it starts again.");
            running.Dispose();
            server = null;
            try
            {
                await StartAgainAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Makes sure that a database and its login exist, with this password, and that no other service's login can connect to it.
    /// </summary>
    /// <param name="name">Of the database.</param>
    /// <param name="login">Who serves from it.</param>
    /// <param name="password">Of that login.</param>
    /// <param name="ownerPassword">Of the login that owns the database and migrates it, <see cref="OwnerOf"/>; null where that is the same
    /// login.</param>
    public Task CreateDatabaseAsync(string name, string login, string password, string? ownerPassword = null) =>
        PostgresDatabase.CreateAsync(AdminConnectionString, name, login, password, ownerPassword);

    /// <summary>The login that owns a database, where it is not the one that serves.</summary>
    public static string OwnerOf(string name) => PostgresDatabase.OwnerOf(name);

    /// <summary>Ends every connection, stops the server and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folderLock.Dispose();
    }

    private async Task StartAsync(Func<int> findPort, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            Port = findPort();
            var started = ServerProcess.Start(folder, Name, cluster.Command(Port), Signal.Interrupt);
            if (await AcceptsAsync(started, AdminConnectionString, cancellationToken))
            {
                server = started;
                return;
            }
            started.Dispose();
            // Another program has taken the port, or the last children of a killed server are still running.
            if (attempt == 5)
                throw new InvalidOperationException($"PostgreSQL did not start: {started.LastWords}");
            await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), cancellationToken);
        }
    }

    // After a crash it first replays its log, and refuses connections until it has.
    private static async Task<bool> AcceptsAsync(ServerProcess server, string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(20, cancellationToken))
            {
                if (server.HasExited)
                    return false;
                try
                {
                    await PostgresDatabase.CloseToPublicAsync(connectionString, cancellationToken);
                    return true;
                }
                catch (NpgsqlException error) when (error is not PostgresException { SqlState: not PostgresErrorCodes.CannotConnectNow })
                {
                    // Not yet.
                }
            }
            throw new InvalidOperationException($"PostgreSQL accepts no connections: {server.LastWords}");
        }
        catch
        {
            await server.StopAsync(Patience);
            server.Dispose();
            throw;
        }
    }
}
