#pragma warning disable RS0030 // The one place that publishes: what the event log holds.
using MassTransit;
using Platform.Contracts;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>Carries an event to the consumers of every service.</summary>
public abstract class Transport
{
    /// <summary>Whether the broker can be reached.</summary>
    public abstract bool IsReady { get; }

    /// <summary>
    /// How many messages some consumer has not handled a minute after they were sent. A broker shows that itself, so there it is 0.
    /// </summary>
    public virtual int Unhandled => 0;

    /// <summary>Publishes, and returns when the event is safe with the broker and has a queue to go to.</summary>
    /// <exception cref="MessageReturnedException">No queue wants it.</exception>
    public abstract Task PublishAsync(IEvent happened, Guid messageId, CancellationToken cancellationToken);

    /// <summary>
    /// The longest that anybody waits for a publication. RabbitMQ.Client 7.2.2 never ends one whose channel closes before the broker has
    /// confirmed. Worse, a connection closes channel by channel and waits for each one's consumers: a consumer that waits for a
    /// confirmation on a later channel waits for itself.
    /// </summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Publishes through one bus, and waits until the broker has confirmed.</summary>
    /// <exception cref="BrokerAwayException">The broker has not confirmed it within 10 seconds; it may still arrive.</exception>
    internal static async Task PublishAsync(IBus bus, IEvent happened, Guid messageId, CancellationToken cancellationToken)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var published = bus.Publish(
            happened,
            happened.GetType(),
            context =>
            {
                context.MessageId = messageId;
                context.CorrelationId = happened.Id;
                // RabbitMQ confirms a message that no queue takes, unless it is published as mandatory.
                context.Mandatory = true;
            },
            given.Token
        );
        try
        {
            await published.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException) when (!published.IsCompleted)
        {
            await given.CancelAsync();
            throw new BrokerAwayException("The broker has not confirmed the message within 10 seconds.");
        }
    }
}

/// <summary>The broker went away, or confirms nothing.</summary>
/// <param name="message">What was not done.</param>
/// <param name="cause">How that was noticed.</param>
public sealed class BrokerAwayException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>RabbitMQ: durable quorum queues, publisher confirms.</summary>
internal sealed class RabbitMqTransport(IBusControl bus) : Transport
{
    public override bool IsReady => bus.CheckHealth().Status != BusHealthStatus.Unhealthy;

    public override Task PublishAsync(IEvent happened, Guid messageId, CancellationToken cancellationToken) =>
        PublishAsync(bus, happened, messageId, cancellationToken);
}

/// <summary>
/// The in-memory buses of the services that share this process: for the standalone demonstration, and the tests of one service. <see
/// cref="Replay"/> finds what was in memory when the process died.
/// </summary>
/// <param name="services">How many services share it. Until all take messages, none is sent: it would be lost to those that do not.</param>
public class InProcessTransport(int services = 1) : Transport
{
    private readonly List<InProcessBus> buses = [];
    private long published;

    /// <summary>How many messages have been published.</summary>
    public long Published => Interlocked.Read(ref published);

    /// <inheritdoc/>
    public override bool IsReady => Joined.Count >= services;

    /// <inheritdoc/>
    public override int Unhandled => Joined.SelectMany(bus => bus.Late).Distinct().Count();

    private IReadOnlyCollection<InProcessBus> Joined
    {
        get
        {
            lock (buses)
                return [.. buses];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="BrokerAwayException">A service of this process takes no messages yet, or no more.</exception>
    public override Task PublishAsync(IEvent happened, Guid messageId, CancellationToken cancellationToken)
    {
        var joined = Joined;
        Interlocked.Increment(ref published);
        return joined.Count >= services
            ? Task.WhenAll(joined.Select(bus => bus.TakeAsync(happened, messageId, cancellationToken)))
            : Task.FromException(new BrokerAwayException($"{joined.Count} of {services} services take messages."));
    }

    /// <summary>Whether every message has been handled by, or kept as failed for, each service that takes it.</summary>
    public async Task<bool> IsAllHandledAsync(CancellationToken cancellationToken)
    {
        foreach (var bus in Joined)
            if (!await bus.IsAllHandledAsync(cancellationToken))
                return false;
        return true;
    }

    /// <summary>Adds a service's bus, once it has started.</summary>
    internal void Add(InProcessBus bus)
    {
        lock (buses)
            buses.Add(bus);
    }

    /// <summary>Removes a service's bus before it stops.</summary>
    internal void Remove(InProcessBus bus)
    {
        lock (buses)
            buses.Remove(bus);
    }
}
