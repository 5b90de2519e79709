namespace Platform.Returns.Tests.Api;

public class OpenApiTests(RunningService<ReturnsService> service)
{
    [Fact]
    public Task Served_IsWhatIsCheckedIn() => OpenApiDocument.AssertCheckedInAsync(service.AsNobody(), "/api/returns/openapi.json", "Returns");
}
