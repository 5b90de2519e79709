using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Platform.EndToEnd.Tests.Fixtures;

/// <summary>Counts how often each service has been asked whether it lives.</summary>
internal sealed class Probes : IDisposable
{
    private readonly ConcurrentDictionary<Instrument, int> answered = new();
    private readonly MeterListener listener = new();

    public Probes()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "http.server.request.duration")
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, _, tags, _) =>
            {
                foreach (var tag in tags)
                    if (tag is { Key: "http.route", Value: "/health/live" })
                        answered.AddOrUpdate(instrument, 1, (_, count) => count + 1);
            }
        );
        listener.Start();
    }

    /// <summary>Returns when that many services have been asked that often since this began.</summary>
    public Task AllAskedAsync(int services, int times) =>
        Until.TrueAsync(
            () => Task.FromResult(answered.Values.Count(count => count >= times) >= services),
            $"{services} services were asked {times} times whether they live"
        );

    public void Dispose() => listener.Dispose();
}
