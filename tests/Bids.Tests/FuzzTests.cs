using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests;

/// <summary>Whatever is sent to an operation of the API, it is answered, and never with what is another partnership's.</summary>
public sealed class FuzzTests : IAsyncLifetime
{
    // What gets through would be in the way of other tests.
    private readonly RunningService<BidsService> service = new();

    private const string Secret = "the plan that Melton alone knows";

    public ValueTask InitializeAsync() => service.InitializeAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task NothingSent_IsAnswered500_OrWithWhatIsAnothers()
    {
        var round = await service.RoundAsync();
        var (bid, draft) = (await service.SubmittedAsync(round), await service.CompleteAsync(round));
        var need = new { Need = Secret };
        var version = (await service.BidAsync(draft)).Version;
        await service.Editor().MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"/api/bids/{draft}/need", need, version);
        var record = await service.RecordAsync(bid);
        IReadOnlyList<string> Known(string path, string name) =>
            (path.Split('/')[2], name) switch
            {
                ("rounds", "reference") => [round],
                ("decisions", "reference") => [record],
                (_, "reference" or "bid") => [bid, draft],
                (_, "section") => BidSections.All,
                _ => [],
            };
        var fuzz = new FuzzedService(service.Address, "services/Bids", Known);
        await fuzz.AssertAsync(service.AsNobody().SendAsync, Secret, "ann@melton.example");
        await fuzz.AssertAsync(service.Lead("RUT").SendAsync, Secret, "ann@melton.example");
        Assert.Equal(version + 1, (await service.BidAsync(draft)).Version);
        await fuzz.AssertAsync(service.Officer().SendAsync, Secret);
        await fuzz.AssertAsync(service.Editor().SendAsync);
        await fuzz.AssertAsync(service.Lead().SendAsync);
    }
}
