using Platform.ServiceDefaults.Hosting;

namespace Platform.Testing;

/// <summary>A service where a Chromium is configured: the machine's own.</summary>
public sealed class ServiceWithChromium<TService> : RunningService<TService>
    where TService : IPlatformService
{
    protected override Dictionary<string, string?> Settings(string folder) =>
        new()
        {
            ["Pdf:Chromium"] =
                (
                    from name in (string[])["chromium", "chromium-browser", "google-chrome"]
                    from path in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                    let file = Path.Combine(path, name)
                    where File.Exists(file)
                    select file
                ).FirstOrDefault() ?? throw new InvalidOperationException("No browser on the PATH. Install chromium."),
        };
}
