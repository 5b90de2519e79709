using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Schedule;

public class OpenDueReturnsTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Run_AMomentBeforeAndAtMidnightInLondon_OpensAtMidnight()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var owed = (await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 6, 30), service.Clock.Now)))[0];
        service.Clock.Now = new(2024, 6, 30, 22, 59, 59, TimeSpan.Zero);
        await service.SweepAsync<OpenDueReturns>();
        Assert.Equal(ReturnState.Scheduled, (await service.ReturnAsync(owed.Id)).State);

        service.Clock.Now = new(2024, 6, 30, 23, 0, 0, TimeSpan.Zero);
        await service.SweepAsync<OpenDueReturns>();
        Assert.Equal(ReturnState.Open, (await service.ReturnAsync(owed.Id)).State);
    }

    [Fact]
    public async Task Run_MissedForMonths_OpensWhatIsDueOnce()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var owed = await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2025, 3, 31), service.Clock.Now));
        service.Clock.Now = Given.In(2024, 12, 1);
        await service.SweepAsync<OpenDueReturns>();
        await service.SweepAsync<OpenDueReturns>();
        Assert.Equal(["ReturnScheduled", "ReturnOpened"], (await service.LogOfAsync(owed[1].Id)).Select(r => r.Type));
        Assert.Equal(["ReturnScheduled"], (await service.LogOfAsync(owed[2].Id)).Select(r => r.Type));
    }
}
