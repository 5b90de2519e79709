using Platform.Contracts;
using Platform.Reporting.Tests.Papers;

namespace Platform.Reporting.Tests;

/// <summary>Whatever is sent to an operation of the API, it is answered, and never with what is another partnership's.</summary>
public sealed class FuzzTests : IAsyncLifetime
{
    // What gets through would be in the way of other tests.
    private readonly RunningService<ReportingService> service = new();

    public ValueTask InitializeAsync() => service.InitializeAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task NothingSent_IsAnswered500_OrWithWhatIsAnothers()
    {
        await service.DeliverAsync(Given.Grant(Guid.NewGuid()));
        await service.DeliverAsync(Given.Opened(Guid.NewGuid(), Given.Return(Guid.NewGuid(), ReturnState.Open)));
        var foi = await service.LogAsync(GivenFoi.Seed000 with { ReceivedOn = London.DateOf(service.Clock.Now) });
        var paper = await service.Officer().BeginPaperAsync();
        IReadOnlyList<string> Known(string path, string name) =>
            name switch
            {
                "reference" => [foi],
                "number" => [$"{paper}"],
                "part" => ["background"],
                _ => [],
            };
        var fuzz = new FuzzedService(service.Address, "services/Reporting", Known);
        await fuzz.AssertAsync(service.AsNobody().SendAsync, "SS5-MEL-01");
        await fuzz.AssertAsync(
            service.As(new(Guid.NewGuid(), "Rutland"), Partnership.Get("RUT"), Roles.PartnerLead).SendAsync,
            "SS5-MEL-01"
        );
        await fuzz.AssertAsync(service.Office(Roles.Board).SendAsync, GivenFoi.Seed000.Name!);
        await fuzz.AssertAsync(service.Officer().SendAsync);
    }
}
