namespace Platform.ServiceDefaults.Messaging;

/// <summary>Wakes the sender when this process has committed events; rows of other processes are found within a second.</summary>
internal sealed class EventLogSignal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next commit. Take it before looking for work, so that no commit is missed in between.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Wakes everybody who waits.</summary>
    public void Set() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
