using System.Diagnostics;

namespace Platform.Local;

/// <summary>
/// A server that this program starts and stops. It runs in a session of its own, so that Ctrl+C reaches this program alone, which then
/// stops its servers in an orderly way. A leash, a shell that waits for this program to be gone, stops it after a crash or kill -9.
/// </summary>
public sealed class ServerProcess : IDisposable
{
    private const int LargestLog = 5_000_000;

    // The shell becomes the server: its own process id, in a file whose date is the moment the server started.
    private const string Become = "echo $$ >\"$1\"; log=$2; shift 2; exec \"$@\" </dev/null >>\"$log\" 2>&1";
    private const string Hold = "read -r nothing; kill -\"$1\" \"$2\"";

    private static readonly string[] OwnSession = OperatingSystem.IsLinux()
        ? ["setsid"]
        : ["perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV", "--"];

    private readonly Process server;
    private readonly Process leash;
    private readonly Signal stop;
    private readonly string log;

    private ServerProcess(Process server, Process leash, Signal stop, string log)
    {
        this.server = server;
        this.leash = leash;
        this.stop = stop;
        this.log = log;
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => server.HasExited;

    /// <summary>The code with which it ended; 128 plus the signal's number if a signal ended it.</summary>
    public int ExitCode => server.ExitCode;

    /// <summary>Its process id.</summary>
    public int Id => server.Id;

    /// <summary>Ends when it does.</summary>
    public Task ExitAsync(CancellationToken cancellationToken) => server.WaitForExitAsync(cancellationToken);

    /// <summary>The last lines the server wrote, for a message that says why it did not start.</summary>
    public string LastWords => string.Join('\n', File.ReadLines(log).TakeLast(10));

    /// <summary>Starts a server whose output goes to <paramref name="name"/>.log in the folder.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="name">Of its files there.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="stop">What tells it to stop.</param>
    /// <param name="environment">Variables for it. A shell passes on only what a shell could name: letters, digits and underscores.</param>
    /// <exception cref="ArgumentException">A variable's name has anything else in it.</exception>
    public static ServerProcess Start(
        string folder,
        string name,
        IEnumerable<string> command,
        Signal stop,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        if (environment?.Keys.FirstOrDefault(key => !key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) is { } lost)
            throw new ArgumentException($"{lost} would not reach the server.", nameof(environment));
        var log = Path.Combine(folder, $"{name}.log");
        if (new FileInfo(log) is { Exists: true, Length: > LargestLog })
            File.Delete(log);
        var server = Process.Start(
            Detached(folder, ["sh", "-c", Become, "sh", Leftover.PidFile(folder, name), log, .. command], environment)
        )!;
        var hold = Detached(folder, ["sh", "-c", Hold, "sh", $"{(int)stop}", $"{server.Id}"]);
        hold.RedirectStandardInput = true;
        return new(server, Process.Start(hold)!, stop, log);
    }

    /// <summary>Asks the server to stop and waits until it is gone; after the patience it is killed.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        Signals.Send(server.Id, stop);
        using var patient = new CancellationTokenSource(patience);
        try
        {
            await server.WaitForExitAsync(patient.Token);
        }
        catch (OperationCanceledException)
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Lets the leash go.</summary>
    public void Dispose()
    {
        leash.Kill();
        leash.Dispose();
        server.Dispose();
    }

    private static ProcessStartInfo Detached(string folder, string[] command, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(OwnSession[0], [.. OwnSession[1..], .. command]) { WorkingDirectory = folder };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return start;
    }
}
