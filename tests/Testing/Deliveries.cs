using System.Diagnostics.Metrics;

namespace Platform.Testing;

/// <summary>Counts the deliveries that one process's consumers have finished, those that did nothing included.</summary>
public sealed class Deliveries : IDisposable
{
    private readonly MeterListener listener = new();
    private int begun;
    private int finished;

    /// <summary>Counts from now on.</summary>
    /// <param name="meters">Of the process whose consumers are meant.</param>
    public Deliveries(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Name is "platform.messages.handled" or "platform.messages.repeated")
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref finished, (int)count));
        listener.Start();
    }

    /// <summary>Publishes what so many deliveries follow from, and returns when all that had been begun are finished.</summary>
    public async Task FinishAsync(int count, Func<Task> publish, string what)
    {
        var expected = Interlocked.Add(ref begun, count);
        await publish();
        for (var wait = 0; Volatile.Read(ref finished) < expected; wait++)
        {
            Assert.True(wait < 4000, $"{what} was not handled in 20 seconds");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>
    /// Leaves out what was published past it, once none of that has finished for a second: a delivery is counted after its commit.
    /// </summary>
    public async Task SettleAsync()
    {
        for (var seen = -1; seen != Volatile.Read(ref finished); )
        {
            seen = Volatile.Read(ref finished);
            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }
        Forget();
    }

    /// <summary>Leaves out what was published past it.</summary>
    public void Forget() => Volatile.Write(ref begun, Volatile.Read(ref finished));

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();
}
