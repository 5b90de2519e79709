namespace Platform.Bids.Tests;

public sealed class OpenApiTests(RunningService<BidsService> service)
{
    [Fact]
    public Task Served_IsWhatIsCheckedIn() => OpenApiDocument.AssertCheckedInAsync(service.AsNobody(), "Bids");
}
