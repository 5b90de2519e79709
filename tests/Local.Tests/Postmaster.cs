using System.Diagnostics;

namespace Platform.Local.Tests;

internal static class Postmaster
{
    /// <summary>The process id that PostgreSQL itself wrote down.</summary>
    public static int In(string folder) => int.Parse(File.ReadLines(Path.Combine(folder, "cluster", "postmaster.pid")).First());

    public static bool IsRunning(int id) =>
        Process.GetProcesses().Any(process => process.Id == id && process.ProcessName == "postgres" && !Leftover.IsZombie(process));

    public static async Task<bool> IsGoneWithinAsync(int id, TimeSpan time)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < time; await Task.Delay(50))
            if (!IsRunning(id))
                return true;
        return false;
    }
}
