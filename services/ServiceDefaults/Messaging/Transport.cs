#pragma warning disable RS0030 // The one place that publishes: what the event log holds.
using MassTransit;
using Platform.Contracts;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>Carries an event to the consumers of every service.</summary>
public abstract class Transport
{
    /// <summary>Whether the broker can be reached.</summary>
    public abstract bool IsReady { get; }

    /// <summary>Publishes, and returns when the event is safe with the broker and has a queue to go to.</summary>
    /// <exception cref="MessageReturnedException">No queue wants it.</exception>
    public abstract Task PublishAsync(IEvent happened, Guid messageId, CancellationToken cancellationToken);

    /// <summary>
    /// The longest that anybody waits for a publication. One that is under way when the broker goes away may never return, even when it is
    /// cancelled. Worse, a connection closes channel by channel and waits for each one's consumers: a consumer that waits for a
    /// confirmation on a later channel waits for itself.
    /// </summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Publishes through one bus.</summary>
    protected static Task Publish(IBus bus, IEvent happened, Guid messageId, CancellationToken cancellationToken) =>
        bus.Publish(
            happened,
            happened.GetType(),
            context =>
            {
                context.MessageId = messageId;
                context.CorrelationId = happened.Id;
                // RabbitMQ confirms a message that no queue takes, unless it is published as mandatory.
                context.Mandatory = true;
            },
            cancellationToken
        );

    /// <summary>Waits until the broker has confirmed.</summary>
    /// <exception cref="BrokerAwayException">The broker has not confirmed it within 10 seconds; it may still arrive.</exception>
    protected static async Task ConfirmedAsync(Task published, CancellationToken cancellationToken)
    {
        try
        {
            await published.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException) when (!published.IsCompleted)
        {
            throw new BrokerAwayException("The broker has not confirmed the message within 10 seconds.");
        }
    }
}

/// <summary>The broker went away, or confirms nothing.</summary>
/// <param name="message">What was not done.</param>
/// <param name="cause">How that was noticed.</param>
public sealed class BrokerAwayException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>RabbitMQ: durable quorum queues, publisher confirms.</summary>
internal sealed class RabbitMqTransport(IBusControl bus) : Transport, IDisposable
{
    // Abandoned publications still wait for the broker: while it is away they must not pile up.
    private readonly SemaphoreSlim free = new(100);

    public override bool IsReady => bus.CheckHealth().Status != BusHealthStatus.Unhealthy;

    public override async Task PublishAsync(IEvent happened, Guid messageId, CancellationToken cancellationToken)
    {
        if (!await free.WaitAsync(Patience, cancellationToken))
            throw new BrokerAwayException("The broker has confirmed none of 100 messages within 10 seconds.");
        var published = Publish(bus, happened, messageId, cancellationToken);
        _ = published.ContinueWith(_ => free.Release(), TaskScheduler.Default);
        await ConfirmedAsync(published, cancellationToken);
    }

    public void Dispose() => free.Dispose();
}

/// <summary>
/// The in-memory buses of the services that share this process: for the standalone demonstration, and the tests of one service. <see
/// cref="Replay"/> finds what was in memory when the process died.
/// </summary>
public sealed class InProcessTransport : Transport
{
    private readonly List<IBusControl> buses = [];

    /// <inheritdoc/>
    public override bool IsReady => true;

    /// <inheritdoc/>
    public override Task PublishAsync(IEvent happened, Guid messageId, CancellationToken cancellationToken)
    {
        lock (buses)
            return Task.WhenAll(
                buses.Select(bus => ConfirmedAsync(Publish(bus, happened, messageId, cancellationToken), cancellationToken))
            );
    }

    /// <summary>Adds a service's bus, once it has started.</summary>
    internal void Add(IBusControl bus)
    {
        lock (buses)
            buses.Add(bus);
    }

    /// <summary>Removes a service's bus before it stops.</summary>
    internal void Remove(IBusControl bus)
    {
        lock (buses)
            buses.Remove(bus);
    }
}
