using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.ServiceDefaults.Files;

/// <summary>Says that files are not checked for viruses, which keeps nobody from being ready.</summary>
internal sealed class ScannerCheck(Clamd scanner) : IHealthCheck
{
    private const string Without = "Files are not checked for viruses: set Files:Clamd.";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(scanner.IsConfigured ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(Without));

    /// <summary>Warns whoever starts the program.</summary>
    internal sealed class AtStart(Clamd scanner, ILogger<Clamd> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (!scanner.IsConfigured)
                log.LogWarning(Without);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
