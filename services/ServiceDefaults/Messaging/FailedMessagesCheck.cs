using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Platform.Contracts;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>Says how many messages wait that this service could not handle. It keeps nobody from being ready.</summary>
internal sealed class FailedMessagesCheck(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand(
                $"select count(*) from failed_messages where state = '{nameof(FailedMessageState.Waiting)}'"
            );
            command.CommandTimeout = 3;
            var waiting = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            return waiting == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"Messages that could not be handled: {waiting}");
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Degraded("The database does not answer.", e);
        }
    }
}
