using System.Diagnostics;
using System.Globalization;

namespace Platform.Local;

/// <summary>A server that an earlier program left running because it and its leash were killed.</summary>
internal static class Leftover
{
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(3);

    public static string PidFile(string folder, string name) => Path.Combine(folder, $"{name}.pid");

    /// <summary>Stops it, if it is still there, and waits until it is gone. The caller holds the folder's lock.</summary>
    public static async Task StopAsync(string folder, string name, Signal stop, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var server = Find(PidFile(folder, name));
        if (server is null)
            return;
        Signals.Send(server.Id, stop);
        if (!await GoneAsync(server, patience, cancellationToken))
            Signals.Send(server.Id, Signal.Kill);
        await GoneAsync(server, patience, cancellationToken);
    }

    /// <summary>Dead but not reaped: in a container whose first process reaps nothing, it keeps its process id for ever.</summary>
    public static bool IsZombie(Process process)
    {
        try
        {
            return OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{process.Id}/stat").Contains(") Z ");
        }
        catch (IOException)
        {
            return true; // Reaped this moment.
        }
    }

    // Process ids are reused: it is the same process only if it started when the file was written.
    private static Process? Find(string pidFile)
    {
        if (!File.Exists(pidFile) || !int.TryParse(File.ReadAllText(pidFile), CultureInfo.InvariantCulture, out var id))
            return null;
        try
        {
            var process = Process.GetProcessById(id);
            return (process.StartTime.ToUniversalTime() - File.GetLastWriteTimeUtc(pidFile)).Duration() < SameMoment ? process : null;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task<bool> GoneAsync(Process server, TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < patience; await Task.Delay(50, cancellationToken))
            if (server.HasExited || IsZombie(server))
                return true;
        return false;
    }
}
