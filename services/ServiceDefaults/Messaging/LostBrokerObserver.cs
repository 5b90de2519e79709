using MassTransit;
using RabbitMQ.Client.Exceptions;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// A message that was handled when its channel had closed cannot be acknowledged: it comes again, and is found to be handled. MassTransit
/// 8.5 would close the channel once more from within the delivery, and RabbitMQ.Client 7.2 lets that wait for all deliveries, this one
/// among them: the connection would never end and no other begin. What MassTransit does not know as the broker's it only logs.
/// </summary>
internal sealed class LostBrokerObserver : IReceiveObserver
{
    public Task ReceiveFault(ReceiveContext context, Exception exception) =>
        exception is OperationInterruptedException or EndOfStreamException
            ? throw new BrokerAwayException("The broker went away before the message was acknowledged. It comes again.", exception)
            : Task.CompletedTask;

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;
}
