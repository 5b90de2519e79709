using MassTransit;
using RabbitMQ.Client.Exceptions;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// A message whose channel closed while it was handled cannot be acknowledged: it is delivered again, and found to be handled. MassTransit
/// 8.5 would close the channel again from within the delivery, and RabbitMQ.Client 7.2 makes that wait for all deliveries, this one
/// included: the connection would never end, and no new one begin. This turns the exception into one that MassTransit only logs.
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
