using Microsoft.AspNetCore.Builder;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>A program of the platform. Its class is the index of what it has: context, operations, consumers, jobs, endpoints.</summary>
public interface IPlatformService
{
    /// <summary>Its name in lower case: "bids". Its queues and its telemetry have it too.</summary>
    static abstract string Name { get; }

    /// <summary>Registers what the service has.</summary>
    static abstract void Configure(ServiceBuilder service);

    /// <summary>Maps its pages and API.</summary>
    static abstract void Map(WebApplication app);
}
