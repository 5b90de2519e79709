using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Platform.ServiceDefaults.Audit;

/// <summary>Says what the last looks have found. It keeps nobody from being ready: an office must be able to go on reading.</summary>
internal sealed class AuditCheck(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand(
                $"""
                select count(*) from audit_findings where version = 1 and last_head >= (select coalesce(max(number), 0) from event_log_heads
                where number % {TakeHead.Whole} = 1)
                """
            );
            command.CommandTimeout = 3;
            var found = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            return found == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"Signs of tampering: {found}. --verify-audit names them.");
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Degraded("The database does not answer.", e);
        }
    }
}
