using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Lets an endpoint's set-up ask its channel for one thing at a time. MassTransit 8.5 asks for all its exchanges or bindings at once, and
/// RabbitMQ.Client 7.2.2 lets them wait for each other at a semaphore that it disposes with the channel: a disposed semaphore forgets who
/// waits, and an endpoint whose connection ended in that moment waited for ever, and with it whoever wanted to stop its bus.
/// </summary>
internal sealed class OneAtATime : IFilter<ChannelContext>
{
    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        using var queued = new Queued(context);
        await next.Send(queued);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("oneAtATime");

    private sealed class Queued(ChannelContext channel) : ScopeChannelContext(channel, channel.CancellationToken), ChannelContext
    {
        // Without a handle of the operating system, it has nothing to dispose of.
        private readonly SemaphoreSlim turn = new(1);

        Task ChannelContext.ExchangeDeclare(
            string exchange,
            string type,
            bool durable,
            bool autoDelete,
            IDictionary<string, object> arguments,
            CancellationToken cancellationToken
        ) => InTurnAsync(() => ExchangeDeclare(exchange, type, durable, autoDelete, arguments, cancellationToken), cancellationToken);

        Task ChannelContext.ExchangeBind(
            string destination,
            string source,
            string routingKey,
            IDictionary<string, object> arguments,
            CancellationToken cancellationToken
        ) => InTurnAsync(() => ExchangeBind(destination, source, routingKey, arguments, cancellationToken), cancellationToken);

        async Task<QueueDeclareOk> ChannelContext.QueueDeclare(
            string queue,
            bool durable,
            bool exclusive,
            bool autoDelete,
            IDictionary<string, object> arguments,
            CancellationToken cancellationToken
        )
        {
            QueueDeclareOk? declared = null;
            await InTurnAsync(
                async () => declared = await QueueDeclare(queue, durable, exclusive, autoDelete, arguments, cancellationToken),
                cancellationToken
            );
            return declared!;
        }

        Task ChannelContext.QueueBind(
            string queue,
            string exchange,
            string routingKey,
            IDictionary<string, object> arguments,
            CancellationToken cancellationToken
        ) => InTurnAsync(() => QueueBind(queue, exchange, routingKey, arguments, cancellationToken), cancellationToken);

        private async Task InTurnAsync(Func<Task> ask, CancellationToken cancellationToken)
        {
            await turn.WaitAsync(cancellationToken);
            try
            {
                await ask();
            }
            finally
            {
                turn.Release();
            }
        }
    }
}
