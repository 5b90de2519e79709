using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Standalone.Demonstration;

/// <summary>The page that moves the clock. Only this program has it.</summary>
internal sealed class DemonstrationService : IPlatformService
{
    public static string Name => "demonstration";

    public static void Configure(ServiceBuilder service) => service.Acts(typeof(LinkedActs)).PagesAndApi();

    public static void Map(WebApplication app) => app.MapPagesAndApi();
}
