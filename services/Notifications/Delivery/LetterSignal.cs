using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.Notifications.Delivery;

/// <summary>
/// Wakes a lane of the post room when this process has committed something. Other processes' letters are found within about a second.
/// </summary>
internal sealed class LetterSignal : DbTransactionInterceptor, IDisposable
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
            // Another thread has just set it: the lane is awake already.
        }
    }

    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => semaphore.WaitAsync(atMost, cancellationToken);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData data,
        CancellationToken cancellationToken = default
    )
    {
        Set();
        return Task.CompletedTask;
    }

    public void Dispose() => semaphore.Dispose();
}
