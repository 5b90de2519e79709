using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Checks, over a connection of its own, whether the broker answers: MassTransit's check looks at receive endpoints, and a service that
/// only publishes has none.
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
                Forget();
                connection = await broker.CreateConnectionAsync(patience.Token).WaitAsync(patience.Token);
            }
            // A connection to a hung broker stays open for two more minutes. The client does not stop waiting when it is told to.
            var channel = await connection.CreateChannelAsync(cancellationToken: patience.Token).WaitAsync(patience.Token);
            await channel.CloseAsync(patience.Token).WaitAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e)
            when (e is BrokerUnreachableException or OperationInterruptedException or OperationCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            if (isMine)
                Forget();
            return HealthCheckResult.Unhealthy("The broker does not answer.", e);
        }
        finally
        {
            if (isMine)
                one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is { IsOpen: true })
            await connection.DisposeAsync();
        one.Dispose();
    }

    // Closing waits for an answer too.
    private void Forget()
    {
        _ = connection?.DisposeAsync().AsTask();
        connection = null;
    }
}
