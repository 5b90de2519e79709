using Platform.Local;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Testing;

/// <summary>A service where a Chromium is configured: the machine's own.</summary>
public sealed class ServiceWithChromium<TService> : RunningService<TService>
    where TService : IPlatformService
{
    protected override Dictionary<string, string?> Settings(string folder) => new() { ["Pdf:Chromium"] = InstalledChromium.Required() };
}
