namespace Platform.Reporting.Tests;

public sealed class OpenApiTests(RunningService<ReportingService> service)
{
    [Fact]
    public Task Served_IsWhatIsCheckedIn() => OpenApiDocument.AssertCheckedInAsync(service.AsNobody(), "Reporting");
}
