using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Looks, at the start and every five minutes (<c>RabbitMq:SetAsideSeconds</c>), into the queues to which MassTransit moves what it cannot
/// deliver: <c>_error</c> and <c>_skipped</c>. What a consumer takes goes back to its queue, under its own id. The rest is counted.
/// </summary>
internal sealed class SetAside(
    IBusControl bus,
    ConnectionFactory broker,
    ConsumerIndex consumers,
    IConfiguration configuration,
    ILogger<SetAside> log
) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TimeSpan pause = TimeSpan.FromSeconds(configuration.GetValue("RabbitMq:SetAsideSeconds", 300.0));
    private volatile int left;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            left == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"Messages in error and skipped queues that nobody can handle: {left}")
        );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // A queue is declared by its consumer.
                await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stoppingToken);
                // The client does not always stop waiting for a broker that hangs.
                left = await LookAsync(stoppingToken).WaitAsync(Patience, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "Error and skipped queues could not be read; they are read again");
            }
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        await using var connection = await broker.CreateConnectionAsync(cancellationToken);
        var count = 0;
        foreach (var (queue, takes) in consumers.Queues)
        foreach (var kind in (string[])["error", "skipped"])
            count += await TakeUpAsync(connection, queue, $"{queue}_{kind}", takes, cancellationToken);
        return count;
    }

    /// <returns>How many stay.</returns>
    private async Task<int> TakeUpAsync(
        IConnection connection,
        string queue,
        string aside,
        string[] takes,
        CancellationToken cancellationToken
    )
    {
        var confirms = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(confirms, cancellationToken);
        var (waiting, stay) = (await CountAsync(channel, aside, cancellationToken), 0);
        for (var n = 0; n < waiting && await channel.BasicGetAsync(aside, autoAck: false, cancellationToken) is { } message; n++)
        {
            // Without an acknowledgement it is there again when the channel closes.
            if (FailedMessage.Read(message.Body, queue) is not { } read || !takes.Contains(read.Type))
            {
                stay++;
                continue;
            }
            await channel.BasicPublishAsync(
                "",
                queue,
                mandatory: true,
                new BasicProperties(message.BasicProperties),
                message.Body,
                cancellationToken
            );
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
            log.LogWarning("Message {MessageId} ({MessageType}) of {Aside} is back in its queue", read.MessageId, read.Type, aside);
        }
        if (stay > 0)
            log.LogError("{Count} messages in {Aside} can be handled by nobody; they stay", stay, aside);
        return stay;
    }

    // It is made when it is first needed.
    private static async Task<long> CountAsync(IChannel channel, string aside, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.MessageCountAsync(aside, cancellationToken);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
        }
    }
}
