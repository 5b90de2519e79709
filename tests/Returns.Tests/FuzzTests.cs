using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests;

/// <summary>Whatever is sent to an operation of the API, it is answered, and never with what is another partnership's.</summary>
public sealed class FuzzTests : IAsyncLifetime
{
    // What gets through would be in the way of other tests.
    private readonly RunningService<ReturnsService> service = new();

    private const string Secret = "the risk that Melton alone knows";

    public ValueTask InitializeAsync() => service.InitializeAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task NothingSent_IsAnswered500_OrWithWhatIsAnothers()
    {
        var submitted = await service.OpenReturnAsync();
        await service.SubmitAsync(submitted);
        var draft = await service.OpenReturnAsync();
        await service.SaveAsync(draft, $"{draft.Address}/outcomes", ("Outcomes", Secret));
        var version = (await service.ReturnAsync(draft.Id)).Version;
        IReadOnlyList<string> Known(string path, string name) =>
            name switch
            {
                "grantReference" => [draft.GrantReference, submitted.GrantReference],
                "quarter" => ["2024-25-q1"],
                "intervention" => [$"{Given.Hardening.Id}"],
                "name" => ["Community safety fund"],
                "number" => ["1"],
                _ => [],
            };
        var fuzz = new FuzzedService(service.Address, "services/Returns", Known);
        await fuzz.AssertAsync(service.AsNobody().SendAsync, Secret, "Safer Melton");
        await fuzz.AssertAsync(
            service.As(new(Guid.NewGuid(), "Rutland"), Partnership.Get("RUT"), Roles.PartnerLead).SendAsync,
            Secret,
            "Safer Melton"
        );
        Assert.Equal(version, (await service.ReturnAsync(draft.Id)).Version);
        await fuzz.AssertAsync(service.Officer.SendAsync, Secret);
        await fuzz.AssertAsync(service.Editor.SendAsync);
        await fuzz.AssertAsync(service.Lead.SendAsync);
    }
}
