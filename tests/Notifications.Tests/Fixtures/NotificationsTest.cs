namespace Platform.Notifications.Tests.Fixtures;

/// <summary>A test against the running service: empty tables, and the clock at <see cref="NotificationsHost.Start"/>.</summary>
public abstract class NotificationsTest(NotificationsHost host) : IAsyncLifetime
{
    protected NotificationsHost Service => host;

    public virtual async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
