using System.Security.Cryptography;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Looks, at the start and every five minutes (<c>RabbitMq:SetAsideSeconds</c>), into the queues to which MassTransit moves what it cannot
/// deliver: <c>_error</c> and <c>_skipped</c>. What a consumer takes goes back to its queue, under its own id. The rest is kept as a
/// <see cref="FailedMessage"/>, where an administrator sees it.
/// </summary>
internal sealed class SetAside(
    IBusControl bus,
    ConnectionFactory broker,
    ConsumerIndex consumers,
    IConfiguration configuration,
    IServiceScopeFactory scopes,
    ServiceName service,
    TimeProvider time,
    ILogger<SetAside> log
) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TimeSpan pause = TimeSpan.FromSeconds(configuration.GetValue("RabbitMq:SetAsideSeconds", 300.0));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // A queue is declared by its consumer.
                await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stoppingToken);
                // The client does not always stop waiting for a broker that hangs.
                await LookAsync(stoppingToken).WaitAsync(Patience, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "Error and skipped queues could not be read; they are read again");
            }
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var connection = await broker.CreateConnectionAsync(cancellationToken);
        foreach (var (queue, takes) in consumers.Queues)
        foreach (var kind in (string[])["error", "skipped"])
            await TakeUpAsync(connection, queue, $"{queue}_{kind}", takes, cancellationToken);
    }

    private async Task TakeUpAsync(IConnection connection, string queue, string aside, string[] takes, CancellationToken cancellationToken)
    {
        var confirms = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(confirms, cancellationToken);
        var waiting = await CountAsync(channel, aside, cancellationToken);
        for (var n = 0; n < waiting && await channel.BasicGetAsync(aside, autoAck: false, cancellationToken) is { } message; n++)
        {
            // Until it is acknowledged it stays there.
            if (FailedMessage.Read(message.Body, queue) is { } read && takes.Contains(read.Type))
            {
                await channel.BasicPublishAsync(
                    "",
                    queue,
                    mandatory: true,
                    new BasicProperties(message.BasicProperties),
                    message.Body,
                    cancellationToken
                );
                log.LogWarning("Message {MessageId} ({MessageType}) of {Aside} is back in its queue", read.MessageId, read.Type, aside);
            }
            else
                await KeepAsync(message, queue, cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
        }
    }

    private async Task KeepAsync(BasicGetResult message, string queue, CancellationToken cancellationToken)
    {
        var failed = FailedMessage.Read(message.Body, queue) ?? FailedMessage.Unread(IdOf(message), message.Body, queue);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        await KeepFailedMessage.KeepAsync(db, failed, service.Value, KeepFailedMessage.NobodyReads, time.GetUtcNow(), cancellationToken);
        log.LogError(
            "Message {MessageId} ({MessageType}) of {Queue} can be handled by nobody; it is kept",
            failed.MessageId,
            failed.Type,
            queue
        );
    }

    // The same for the same bytes, so that it is kept once.
    private static Guid IdOf(BasicGetResult message) =>
        Guid.TryParse(message.BasicProperties.MessageId, out var id) ? id : new Guid(SHA256.HashData(message.Body.Span).AsSpan(0, 16));

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
