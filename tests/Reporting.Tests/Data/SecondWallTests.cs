using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Platform.Reporting.Tests.Data;

public sealed class SecondWallTests(RunningService<ReportingService> service)
{
    [Fact]
    public async Task ServingLogin_SeesTheRowsOfTheOwnerThatIsSet_AndLiftsNothing()
    {
        await service.DeliverAsync(Given.Grant(Guid.NewGuid()));
        // What happened to nobody in particular.
        await service.DeliverAsync(Given.Round(Guid.NewGuid()));
        var seen = await SecondWall.AssertStandsAsync(service.Services.GetRequiredService<NpgsqlDataSource>(), "MEL");
        Assert.Contains("read.grants", seen);
    }
}
