using System.Text.Json;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Returns.Tests.Chasing;

public class ChaseOverdueReturnsTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Run_EachHourOfEachDayUntilTheEnd_SendsEachRungOnce()
    {
        var owed = await service.OpenReturnAsync();
        for (; service.Clock.Now < Given.In(2024, 9, 2); service.Clock.Now += TimeSpan.FromHours(5))
            await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal([-10, -5, -1, 0, 1, 5, 10, 20], await RungsAsync(owed));
    }

    [Fact]
    public async Task Run_AfterTheLastRung_SendsItAgainEvery20WorkingDays()
    {
        var owed = await service.OpenReturnAsync();
        foreach (var day in new DateOnly[] { new(2024, 8, 29), new(2024, 9, 25), new(2024, 9, 26), new(2024, 10, 23), new(2024, 10, 24) })
        {
            service.Clock.Now = London.At(day, new(9, 0));
            await service.SweepAsync<ChaseOverdueReturns>();
            await service.SweepAsync<ChaseOverdueReturns>();
            Assert.Equal(
                day switch
                {
                    { Month: 8 } or { Month: 9, Day: 25 } => [20],
                    { Month: 9 } or { Month: 10, Day: 23 } => [20, 40],
                    _ => [20, 40, 60],
                },
                await RungsAsync(owed)
            );
        }
        // An outage of three months: the highest alone.
        service.Clock.Now = Given.In(2025, 2, 3, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal([20, 40, 60, 120], await RungsAsync(owed));
    }

    [Fact]
    public async Task Run_MissedForWeeks_SendsTheHighestRungOnly()
    {
        var owed = await service.OpenReturnAsync();
        service.Clock.Now = Given.In(2024, 8, 21, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal([10], await RungsAsync(owed));
    }

    [Fact]
    public async Task Run_AtNight_WaitsForTheMorning()
    {
        var owed = await service.OpenReturnAsync();
        service.Clock.Now = Given.In(2024, 8, 1, 23);
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Empty(await RungsAsync(owed));
        Assert.Equal(0, await service.SweepOnceAsync<ChaseOverdueReturns>());

        service.Clock.Now = Given.In(2024, 8, 2, 8);
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal([1], await RungsAsync(owed));
    }

    [Fact]
    public async Task Run_TwoReplicasAtOnce_SendEachRungOnce()
    {
        var replica = await service.StartReplicaAsync();
        var owed = new List<Return>();
        for (var i = 0; i < 15; i++)
            owed.Add(await service.OpenReturnAsync());
        foreach (var day in new[] { 17, 24, 30, 31 })
        {
            service.Clock.Now = Given.In(2024, 7, day, 9);
            await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(i => service.SweepOnceAsync<ChaseOverdueReturns>(i % 2 == 0 ? replica.Services : service.Services))
            );
            // What one of them skipped because the other held it is taken up by the next run.
            await service.SweepAsync<ChaseOverdueReturns>();
        }
        foreach (var one in owed)
            Assert.Equal([-10, -5, -1, 0], await RungsAsync(one));
    }

    [Fact]
    public async Task Run_AfterSubmission_Stops()
    {
        var owed = await service.OpenReturnAsync();
        service.Clock.Now = Given.In(2024, 7, 24, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        await service.HandOverAsync(await service.ReturnAsync(owed.Id));
        service.Clock.Now = Given.In(2024, 7, 30, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        await service.Lead.PostAndFollowAsync($"{owed.Address}/check-answers?handler=Submit", ("Version", "99"));
        for (; service.Clock.Now < Given.In(2024, 9, 2); service.Clock.Now += TimeSpan.FromHours(5))
            await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal([-5, -1], await RungsAsync(owed));
    }

    [Fact]
    public async Task Run_NothingDue_ReadsNothing()
    {
        await service.OpenReturnAsync();
        service.Clock.Now = Given.In(2024, 7, 2);
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal(0, await service.SweepOnceAsync<ChaseOverdueReturns>());
    }

    private async Task<IReadOnlyList<int>> RungsAsync(Return owed) =>
        [
            .. (await service.LogOfAsync(owed.Id))
                .Where(r => r.Type == nameof(ReturnChased))
                .Select(r => JsonSerializer.Deserialize<ReturnChased>(r.Json, Doors.Json)!.Rung.WorkingDays),
        ];
}
