using System.Collections.Concurrent;
using MassTransit;

namespace Platform.Testing;

/// <summary>Counts the deliveries that one process's consumers have finished, those that did nothing included.</summary>
public sealed class Deliveries : IReceiveObserver
{
    private readonly ConcurrentDictionary<Guid, int> finished = new();

    /// <summary>Counts from now on.</summary>
    /// <param name="bus">Of the process whose consumers are meant.</param>
    public Deliveries(IBus bus) => bus.ConnectReceiveObserver(this);

    /// <summary>Publishes, and returns when each of these messages has been handled from that many queues.</summary>
    public async Task FinishAsync(int queues, IReadOnlyList<Guid> messageIds, Func<Task> publish, string what)
    {
        var expected = messageIds.CountBy(id => id).ToDictionary(m => m.Key, m => Finished(m.Key) + queues * m.Value);
        await publish();
        for (var wait = 0; expected.Any(e => Finished(e.Key) < e.Value); wait++)
        {
            Assert.True(wait < 4000, $"{what} was not handled in 20 seconds");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task PostReceive(ReceiveContext context)
    {
        if (context.GetMessageId() is { } id)
            finished.AddOrUpdate(id, 1, (_, count) => count + 1);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    /// <inheritdoc/>
    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    private int Finished(Guid message) => finished.GetValueOrDefault(message);
}
