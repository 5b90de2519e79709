using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Data;

public sealed class SecondWallTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task ServingLogin_SeesTheRowsOfTheOwnerThatIsSet_AndLiftsNothing()
    {
        await service.OpenReturnAsync();
        var seen = await SecondWall.AssertStandsAsync(service.Services.GetRequiredService<NpgsqlDataSource>(), "MEL");
        Assert.Contains("public.returns", seen);
    }
}
