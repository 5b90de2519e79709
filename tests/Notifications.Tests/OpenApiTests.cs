using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests;

public sealed class OpenApiTests(NotificationsHost service)
{
    [Fact]
    public Task Served_IsWhatIsCheckedIn() => OpenApiDocument.AssertCheckedInAsync(service.AsNobody(), "Notifications");
}
