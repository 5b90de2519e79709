using System.Diagnostics;

namespace Platform.Local.Tests;

/// <summary>A second process of this program, which starts PostgreSQL and is then ended from outside.</summary>
internal sealed class Holder(Process process) : IDisposable
{
    public static async Task<int> RunAsync(string folder)
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(folder, CancellationToken.None, durable: false);
        Console.WriteLine("started");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    public static async Task<Holder> StartAsync(string folder)
    {
        // Whoever starts the tests in the background has them ignore SIGINT, and what they start would inherit that.
        var start = new ProcessStartInfo("env") { RedirectStandardOutput = true };
        if (OperatingSystem.IsLinux())
            start.ArgumentList.Add("--default-signal=INT");
        start.ArgumentList.Add(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(Holder).Assembly.Location);
        start.ArgumentList.Add("hold");
        start.ArgumentList.Add(folder);
        var process = Process.Start(start)!;
        Assert.Equal("started", await process.StandardOutput.ReadLineAsync());
        return new(process);
    }

    public void Send(Signal signal)
    {
        Signals.Send(process.Id, signal);
        if (process.WaitForExit(TimeSpan.FromMinutes(1)))
            return;
        process.Kill(entireProcessTree: true);
        Assert.Fail($"A minute after {signal} the program still ran.");
    }

    /// <summary>Kills the leash first, so that nothing stops PostgreSQL.</summary>
    public async Task KillWithLeashAsync()
    {
        await ShortCommand.RunAsync(["pkill", "-KILL", "-P", $"{process.Id}", "-x", "sh"], CancellationToken.None);
        Send(Signal.Kill);
    }

    public void Dispose() => process.Dispose();
}
