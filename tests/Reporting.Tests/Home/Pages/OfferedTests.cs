using Platform.Contracts;
using Platform.Reporting.Tests.Papers;

namespace Platform.Reporting.Tests.Home.Pages;

/// <summary>No page of this service offers what it will refuse.</summary>
public sealed class OfferedTests(RunningService<ReportingService> service)
{
    [Fact]
    public async Task EveryLink_AsEachRole_Opens()
    {
        await service.NoRequestsAsync();
        await service.DeliverAsync(Given.Opened(Guid.NewGuid(), Given.Return(Guid.NewGuid(), ReturnState.Open)));
        await service.DeliverAsync(Given.Grant(Guid.NewGuid()));
        await service.DeliverAsync(Given.Published("EXE005-24"));
        // The clock stands at 12 February 2025: the time of the first is over, that of the second runs.
        var late = await service.LogAsync(GivenFoi.Seed000);
        var running = await service.LogAsync(GivenFoi.Seed002 with { ReceivedOn = new(2025, 2, 10) });
        await service.Officer().BeginPaperAsync();
        var page = await service.Officer().GetPageAsync($"/foi/{late}");
        Assert.Empty(page.QuerySelectorAll("main a[href$='/extend'], main a[href$='/clarification']"));
        Assert.Equal(
            2,
            (await service.Officer().GetPageAsync($"/foi/{running}"))
                .QuerySelectorAll("main a[href$='/extend'], main a[href$='/clarification']")
                .Length
        );

        await OfferedLinks.AssertOpenAsync(ServiceNames.Reporting, [("nobody", service.AsNobody())], "/", "/funding");
        await OfferedLinks.AssertOpenAsync(
            ServiceNames.Reporting,
            new[] { Roles.Officer, Roles.MonitoringOfficer, Roles.Administrator, Roles.Board, Roles.PartnerLead }.Select(r =>
                (r, service.As(Given.Ann, r == Roles.PartnerLead ? Partnership.Get("MEL") : null, r))
            ),
            "/",
            "/reports",
            "/foi",
            "/timelines",
            "/partnerships/MEL"
        );
    }
}
