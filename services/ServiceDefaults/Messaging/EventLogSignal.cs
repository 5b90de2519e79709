namespace Platform.ServiceDefaults.Messaging;

/// <summary>Wakes those who wait when this process has committed events; other processes' rows are found within a second.</summary>
internal sealed class EventLogSignal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next commit. Taken before one looks for work, so that no commit falls between looking and waiting.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Wakes everybody who waits.</summary>
    public void Set() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
