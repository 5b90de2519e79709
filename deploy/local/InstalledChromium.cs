namespace Platform.Local;

/// <summary>The Chromium of this machine, which prints PDFs and is driven by tests.</summary>
public static class InstalledChromium
{
    /// <summary>Programs that will do, the lightest first.</summary>
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    /// <summary>Where it is; null where there is none.</summary>
    public static string? Find() => Names.Select(name => ShortCommand.PathTo(name, "/usr/bin")).FirstOrDefault(path => path is not null);

    /// <summary>Where it is.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says what to install.</exception>
    public static string Required() =>
        Find() ?? throw new InvalidOperationException($"No Chromium on the PATH. Install one of: {string.Join(", ", Names)}.");
}
