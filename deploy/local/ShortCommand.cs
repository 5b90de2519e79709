using System.Diagnostics;

namespace Platform.Local;

/// <summary>A command that does one thing and ends, like initdb or chown.</summary>
internal static class ShortCommand
{
    /// <summary>Runs it and waits.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message has what it printed.</exception>
    public static async Task RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await FinishAsync(command, cancellationToken);
        if (exitCode != 0)
            throw new InvalidOperationException($"{command[0]} ended with code {exitCode}: {output.Trim()}");
    }

    /// <summary>Whether it can be run and ends with success.</summary>
    public static async Task<bool> SucceedsAsync(IReadOnlyList<string> command, CancellationToken cancellationToken) =>
        PathTo(command[0]) is not null && (await FinishAsync(command, cancellationToken)).ExitCode == 0;

    /// <summary>
    /// Where a program is: itself when it is a path, else the first match on PATH or in <paramref name="alsoIn"/>, else null.
    /// </summary>
    public static string? PathTo(string program, params string[] alsoIn) =>
        (
            Path.IsPathRooted(program)
                ? [program]
                : (Environment.GetEnvironmentVariable("PATH") ?? "")
                    .Split(Path.PathSeparator)
                    .Concat(alsoIn)
                    .Select(folder => Path.Combine(folder, program))
        ).FirstOrDefault(File.Exists);

    private static async Task<(int ExitCode, string Output)> FinishAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var printed = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var complained = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await printed + await complained);
    }
}
