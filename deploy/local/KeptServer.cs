using System.Diagnostics;

namespace Platform.Local;

/// <summary>A server that is started again when it ends, as an orchestrator would; one that does not stay up is given up.</summary>
/// <param name="name">For people to read.</param>
/// <param name="start">Starts it.</param>
public sealed class KeptServer(string name, Func<ServerProcess> start)
{
    private const int Most = 3;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(1);
    private readonly Queue<long> ends = [];

    /// <summary>The one that is running, or ran last.</summary>
    public ServerProcess Process { get; private set; } = start();

    /// <summary>"Bids 4711"</summary>
    public override string ToString() => $"{name} {Process.Id}";

    /// <summary>Returns when it is told to.</summary>
    /// <param name="tell">Gets a line for each start.</param>
    /// <param name="stop">From then on, the server is meant to end.</param>
    /// <exception cref="InvalidOperationException">It ended three times within a minute; the message has its last output.</exception>
    public async Task KeepUpAsync(Action<string> tell, CancellationToken stop)
    {
        while (true)
        {
            await Process.ExitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
                return;
            while (ends.Count > 0 && Stopwatch.GetElapsedTime(ends.Peek()) > Within)
                ends.Dequeue();
            ends.Enqueue(Stopwatch.GetTimestamp());
            if (ends.Count == Most)
                throw Ended();
            var code = Process.ExitCode;
            Process.Dispose();
            Process = start();
            tell($"{name} ended by itself with code {code}: it runs again as process {Process.Id}.");
        }
    }

    /// <summary>Says that it ended, with its last output.</summary>
    public InvalidOperationException Ended() =>
        new($"{name} ended by itself with code {Process.ExitCode}. Its last words were:\n{Process.LastWords}");
}
