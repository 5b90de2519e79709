using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Contracts;

namespace Platform.Bids.Tests.Data;

public sealed class SecondWallTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task WithoutFilters_APartnershipSeesNothingOfAnother_AndTheOfficeAll()
    {
        var (grant, _) = await service.GrantAsync();
        var replica = await service.StartWithoutFiltersAsync<BidsService, BidsContext>();
        var rutland = service.As(replica, Given.Named("Lee of RUT"), Partnership.Get("RUT"), Roles.PartnerLead);
        var melton = service.As(replica, Given.Named("Lee of MEL"), Partnership.Get("MEL"), Roles.PartnerLead);
        var officer = service.As(replica, Given.Named("Olu Bello"), null, Roles.Officer);
        foreach (var list in new[] { "/bids", "/grants", "/api/bids", "/api/grants" })
        {
            Assert.DoesNotContain("-MEL-", await ReadAsync(rutland, list));
            Assert.Contains("-MEL-", await ReadAsync(melton, list));
            Assert.Contains("-MEL-", await ReadAsync(officer, list));
        }
        foreach (var thing in new[] { $"/bids/{grant}", $"/grants/{grant}", $"/api/bids/{grant}", $"/api/bids/{grant}/submissions/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await rutland.GetAsync(thing)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await melton.GetAsync(thing)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(thing)).StatusCode);
        }
    }

    [Fact]
    public async Task ServingLogin_SeesTheRowsOfTheOwnerThatIsSet_AndLiftsNothing()
    {
        await service.GrantAsync();
        var seen = await SecondWall.AssertStandsAsync(service.Services.GetRequiredService<NpgsqlDataSource>(), "MEL");
        Assert.Empty(new[] { "public.bids", "public.grants", "public.submissions" }.Except(seen));
    }

    private static async Task<string> ReadAsync(Visitor visitor, string address) =>
        await (await visitor.GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
