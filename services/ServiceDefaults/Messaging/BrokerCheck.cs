using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Whether the broker answers, by a connection of its own: MassTransit's check looks at receive endpoints, and a service that only publishes has none.
/// </summary>
internal sealed class BrokerCheck(ConnectionFactory broker) : IHealthCheck, IAsyncDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private IConnection? connection;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (connection is not { IsOpen: true })
            {
                if (connection is not null) await connection.DisposeAsync();
                connection = null;
                connection = await broker.CreateConnectionAsync(cancellationToken);
            }
            return HealthCheckResult.Healthy();
        }
        catch (BrokerUnreachableException e)
        {
            return HealthCheckResult.Unhealthy("The broker does not answer.", e);
        }
        finally
        {
            one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null) await connection.DisposeAsync();
        one.Dispose();
    }
}
