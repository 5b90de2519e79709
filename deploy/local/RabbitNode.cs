namespace Platform.Local;

/// <summary>A RabbitMQ node of this program's own, on a free port of 127.0.0.1. Its data folder outlives it.</summary>
public sealed class RabbitNode : IAsyncDisposable
{
    private const string ServerName = "rabbitmq";
    private const string PortMapperName = "epmd";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder;
    private readonly FolderLock folderLock;
    private readonly RabbitSetup setup;
    private readonly ServerProcess? portMapper;
    private ServerProcess? server;

    private RabbitNode(string folder, FolderLock folderLock, RabbitSetup setup, int port)
    {
        this.folder = folder;
        this.folderLock = folderLock;
        this.setup = setup;
        Port = port;
        portMapper = setup.PortMapper is { } command
            ? ServerProcess.Start(folder, PortMapperName, command, Signal.Terminate, setup.Environment)
            : null;
    }

    /// <summary>Where it listens: 127.0.0.1.</summary>
    public string Host => "127.0.0.1";

    /// <summary>The port for AMQP; the same for as long as this object lives.</summary>
    public int Port { get; }

    /// <summary>"guest", whom RabbitMQ lets in from this machine only.</summary>
    public string UserName => "guest";

    /// <summary>The password of <see cref="UserName"/>.</summary>
    public string Password => "guest";

    /// <summary>Finds or installs RabbitMQ, starts a node and returns when it answers.</summary>
    /// <exception cref="InvalidOperationException">
    /// Another program uses the folder, there is no RabbitMQ, or the node failed to start; the message says which.
    /// </exception>
    public static async Task<RabbitNode> StartAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(dataFolder);
        var folderLock = FolderLock.Take(folder);
        try
        {
            await Leftover.StopAsync(folder, ServerName, Signal.Terminate, Patience, cancellationToken);
            await Leftover.StopAsync(folder, PortMapperName, Signal.Terminate, Patience, cancellationToken);
            var program = await RabbitServer.FindAsync(cancellationToken);
            var port = FreePort.Find(1)[0];
            var setup = program is null ? RabbitSetup.Container(folder, port) : RabbitSetup.Installed(program, folder, port);
            var node = new RabbitNode(folder, folderLock, setup, port);
            try
            {
                await node.StartAgainAsync(cancellationToken);
                return node;
            }
            catch
            {
                await node.DisposeAsync();
                throw;
            }
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Stops the node, as an outage does: clients lose their connections, durable queues and their messages stay on disk.
    /// </summary>
    public async Task StopAsync()
    {
        if (server is null)
            return;
        await server.StopAsync(Patience);
        server.Dispose();
        server = null;
    }

    /// <summary>Starts the stopped node on the same port with the data it had.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        if (server is not null)
            throw new InvalidOperationException("The node is running.");
        server = ServerProcess.Start(folder, ServerName, setup.Server, Signal.Terminate, setup.Environment);
        if (!await AmqpProbe.AnswersAsync(Port, () => server.HasExited, cancellationToken))
            throw new InvalidOperationException($"RabbitMQ did not start: {server.LastWords}");
    }

    /// <summary>Starts the node again when it ends by itself; returns when told to.</summary>
    /// <exception cref="InvalidOperationException">It cannot be started again; the message says why.</exception>
    public async Task KeepUpAsync(Action<string> tell, CancellationToken stop)
    {
        while (server is { } running)
        {
            await running.ExitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
                return;
            tell($"RabbitMQ ended by itself with code {running.ExitCode}: it starts again.");
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

    /// <summary>Stops everything it started and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (portMapper is not null)
        {
            await portMapper.StopAsync(Patience);
            portMapper.Dispose();
        }
        folderLock.Dispose();
    }
}
