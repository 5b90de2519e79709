namespace Platform.Returns.Tests;

public class OpenApiTests(RunningService<ReturnsService> service)
{
    [Fact]
    public Task Served_IsWhatIsCheckedIn() => OpenApiDocument.AssertCheckedInAsync(service.AsNobody(), "Returns");
}
