namespace Platform.Notifications.Tests.Fixtures;

/// <summary>A test against the running service: empty tables, and the clock at <see cref="NotificationsHost.Start"/>.</summary>
public abstract class NotificationsTest(NotificationsHost host) : IClassFixture<NotificationsHost>, IAsyncLifetime
{
    protected NotificationsHost Host => host;

    protected ServiceUnderTest<NotificationsService> Service => host.Service;

    public async ValueTask InitializeAsync() => await host.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
