using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Platform.EndToEnd.Tests.Fixtures;

/// <summary>Counts how often each job has looked for what is due.</summary>
internal sealed class Sweeps : IDisposable
{
    private readonly ConcurrentDictionary<string, int> looks = new();
    private readonly MeterListener listener = new();

    public Sweeps()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "platform.sweeps.done")
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                // The post room looks when it is told of a letter, and not again and again.
                if (tags[0].Value is string sweep and not "DeliverLetters")
                    looks.AddOrUpdate(sweep, 1, (_, count) => count + 1);
            }
        );
        listener.Start();
    }

    /// <summary>Returns when each job has looked once from beginning to end.</summary>
    public Task AllHaveLookedAsync()
    {
        // The next to end may have begun before.
        var until = looks.ToDictionary(l => l.Key, l => l.Value + 2);
        return Until.TrueAsync(() => Task.FromResult(until.All(u => looks[u.Key] >= u.Value)), "every job has looked");
    }

    public void Dispose() => listener.Dispose();
}
