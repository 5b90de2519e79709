using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Platform.Gateway.SignIn;

namespace Platform.EndToEnd.Tests.Standalone;

/// <summary>deploy/standalone, started as by somebody who wants to see the platform: one program with one folder.</summary>
internal sealed class StandaloneProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource ready = new();

    private StandaloneProgram(Process process) => this.process = process;

    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <summary>The password that it prints.</summary>
    public string Password =>
        Said.Split('\n').Single(l => l.StartsWith("Sign in with the password ", StringComparison.Ordinal)).Split(' ')[5];

    /// <summary>The present code of everybody's authenticator app.</summary>
    public static string CodeOf(string folder)
    {
        var secrets = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(folder, "secrets.json")));
        return Totp.CodeOf(secrets.GetProperty("Authenticator").GetString()!, Totp.StepOf(TimeProvider.System.GetUtcNow()));
    }

    /// <summary>Starts it, and returns when it says where it is.</summary>
    public static async Task<StandaloneProgram> StartAsync(int port, string folder)
    {
        var started = Begin(port, folder);
        var first = await Task.WhenAny(started.ready.Task, started.process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(10)));
        Assert.True(first == started.ready.Task, $"It did not start: {started.Said}");
        return started;
    }

    /// <summary>Starts it, and waits for nothing.</summary>
    public static StandaloneProgram Begin(int port, string folder)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(here.Parent!.Parent!.FullName, "Standalone", here.Name, "Standalone.dll");
        var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, "--port", $"{port}", "--data", folder])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var started = new StandaloneProgram(process);
        process.OutputDataReceived += (_, line) => started.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => started.Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return started;
    }

    /// <summary>As the kernel does when memory runs out.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, by SIGTERM.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(40));
        return process.ExitCode;
    }

    /// <summary>The command lines of all processes that name a folder.</summary>
    public static IReadOnlyList<string> ProcessesOn(string folder) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(d => int.TryParse(Path.GetFileName(d), out _))
                .Select(CommandLine)
                .Where(line => line.Contains(folder, StringComparison.Ordinal)),
        ];

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (said)
            said.AppendLine(line);
        // The last line that it says at a start.
        if (line?.StartsWith("Ctrl+C stops it", StringComparison.Ordinal) == true)
            ready.TrySetResult();
    }

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
