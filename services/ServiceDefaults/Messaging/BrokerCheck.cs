using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Whether the broker answers, by a connection of its own: MassTransit's check looks at receive endpoints, and a service that only publishes has none.
/// </summary>
internal sealed class BrokerCheck(ConnectionFactory broker) : IHealthCheck, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim one = new(1, 1);
    private IConnection? connection;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var isMine = false;
        try
        {
            await one.WaitAsync(patience.Token);
            isMine = true;
            if (connection is not { IsOpen: true })
            {
                await ForgetAsync();
                connection = await broker.CreateConnectionAsync(patience.Token);
            }
            // A connection to a broker that hangs is open for two minutes more: it has to answer something.
            await (await connection.CreateChannelAsync(cancellationToken: patience.Token)).CloseAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is BrokerUnreachableException or OperationInterruptedException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            if (isMine) await ForgetAsync();
            return HealthCheckResult.Unhealthy("The broker does not answer.", e);
        }
        finally
        {
            if (isMine) one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        one.Dispose();
    }

    // Without waiting for a broker that does not answer.
    private async Task ForgetAsync()
    {
        if (connection is null) return;
        await connection.AbortAsync(TimeSpan.FromMilliseconds(200));
        await connection.DisposeAsync();
        connection = null;
    }
}
