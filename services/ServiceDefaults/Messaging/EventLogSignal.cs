namespace Platform.ServiceDefaults.Messaging;

/// <summary>Wakes the sender when this process has committed something; other processes' rows are found within a second.</summary>
internal sealed class EventLogSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    public void Set()
    {
        try
        {
            if (semaphore.CurrentCount == 0)
                semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another thread has just set it: awake is awake.
        }
    }

    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation) => semaphore.WaitAsync(atMost, cancellation);

    public void Dispose() => semaphore.Dispose();
}
