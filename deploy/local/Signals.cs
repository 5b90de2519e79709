using System.Runtime.InteropServices;

namespace Platform.Local;

/// <summary>The signals by which a server is asked to stop; the numbers are the same on Linux and macOS.</summary>
public enum Signal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}

internal static class Signals
{
    /// <summary>Sends a signal; it is not an error if the process has already gone.</summary>
    public static void Send(int processId, Signal signal) => _ = Kill(processId, (int)signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
