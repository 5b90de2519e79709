using Microsoft.AspNetCore.Builder;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>A program of the platform. Its class is the index of what it has: context, operations, consumers, jobs, endpoints.</summary>
public interface IPlatformService
{
    /// <summary>In lower case: "bids". Names its queues, its telemetry and its hash-chained log's actor.</summary>
    static abstract string Name { get; }

    /// <summary>Registers what the service has.</summary>
    static abstract void Configure(ServiceBuilder service);

    /// <summary>Maps its doors.</summary>
    static abstract void Map(WebApplication app);
}
