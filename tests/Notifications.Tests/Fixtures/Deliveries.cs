using System.Diagnostics.Metrics;

namespace Platform.Notifications.Tests.Fixtures;

/// <summary>Counts the deliveries that one host's consumers have finished, those that did nothing included.</summary>
internal sealed class Deliveries : IDisposable
{
    private readonly MeterListener listener = new();
    private int finished;

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

    /// <summary>Returns when so many have been finished since the start.</summary>
    public async Task ReachAsync(int count, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (Volatile.Read(ref finished) < count) await Task.Delay(5, patience.Token);
    }

    public void Dispose() => listener.Dispose();
}
