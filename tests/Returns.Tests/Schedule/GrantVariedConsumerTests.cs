using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Schedule;

public class GrantVariedConsumerTests(RunningService<ReturnsService> service)
{
    private static readonly Intervention Cut = Given.Hardening with
    {
        Budget = [new(new(2024), SpendKind.Capital, Money.FromPounds(43_750))],
        Outputs = [Given.Hardening.Outputs[0]],
    };

    // Three quarters, made on 8 April; the first is in.
    private async Task<GrantMade> MadeAsync()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var made = Given.Grant(new(2024, 4, 1), new(2024, 12, 31), service.Clock.Now);
        var returns = await service.GrantAsync(made);
        service.Clock.Now = Given.In(2024, 7, 2);
        await service.CertifyAsync(returns[0].Id, "Nothing yet");
        return made;
    }

    private Task<List<Return>> ReturnsOfAsync(Guid grant) =>
        service.ReadAsync(
            (ReturnsContext db) =>
                db.Returns.Where(r => r.GrantId == grant).OrderBy(r => r.Quarter).ToListAsync(TestContext.Current.CancellationToken)
        );

    private static GrantVaried Varied(GrantMade made, int version, GrantDetails grant) =>
        new(
            made.Id,
            version,
            Given.In(2024, 7, 3),
            Given.Officer,
            grant,
            new(version - 1, new(2024, 7, 3), "The Home Office reduced year 2", "EXE005-24", [], [], Given.Officer, grant.DeliveryTo)
        );

    [Fact]
    public async Task Varied_AmountsAndTargets_ChangeOnlyWhatIsNotIn()
    {
        var made = await MadeAsync();
        await service.DeliverAsync(Varied(made, 2, made.Details with { Interventions = [Cut, Given.Campaign] }));
        var returns = await ReturnsOfAsync(made.Id);
        Assert.Equal([90_000m, 43_750m, 43_750m], returns.Select(r => r.Interventions[0].Total.Pounds));
        Assert.Equal([2, 1, 1], returns.Select(r => r.Interventions[0].Outputs.Count));
        Assert.Equal("ReturnRescheduled", (await service.LogOfAsync(returns[1].Id))[^1].Type);
        Assert.DoesNotContain(await service.LogOfAsync(returns[0].Id), e => e.Type == "ReturnRescheduled");
    }

    [Fact]
    public async Task Varied_EndsSoonerAndThenLaterAgain_DropsAndRequiresAndAdds()
    {
        var made = await MadeAsync();
        await service.DeliverAsync(Varied(made, 2, made.Details with { DeliveryTo = new(2024, 9, 30) }));
        Assert.Equal(
            [ReturnState.Submitted, ReturnState.Scheduled, ReturnState.NotRequired],
            (await ReturnsOfAsync(made.Id)).Select(r => r.State)
        );

        await service.DeliverAsync(Varied(made, 3, made.Details with { DeliveryTo = new(2025, 3, 31) }));
        var returns = await ReturnsOfAsync(made.Id);
        Assert.Equal(
            [ReturnState.Submitted, ReturnState.Scheduled, ReturnState.Scheduled, ReturnState.Scheduled],
            returns.Select(r => r.State)
        );
        Assert.Equal("2024/25 Q4", returns[3].Quarter.ToString());
    }

    [Theory]
    [InlineData("23")]
    [InlineData("32")]
    [InlineData("2323")]
    public async Task Varied_InAnyOrderAndTwice_EndsWithTheNewest(string order)
    {
        var made = await MadeAsync();
        var messages = new Dictionary<char, GrantVaried>
        {
            ['2'] = Varied(made, 2, made.Details with { Interventions = [Cut, Given.Campaign] }),
            ['3'] = Varied(made, 3, made.Details with { Interventions = [Given.Campaign], DeliveryTo = new(2024, 9, 30) }),
        };
        foreach (var number in order)
            await service.DeliverAsync(messages[number]);
        var returns = await ReturnsOfAsync(made.Id);
        Assert.Equal([ReturnState.Submitted, ReturnState.Scheduled, ReturnState.NotRequired], returns.Select(r => r.State));
        Assert.Equal("Crimestoppers campaign", Assert.Single(returns[1].Interventions).Name);
    }

    [Fact]
    public async Task Varied_BeforeItWasMade_IsScheduledAsItStands()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var made = Given.Grant(new(2024, 4, 1), new(2024, 12, 31), service.Clock.Now);
        await service.DeliverAsync(Varied(made, 2, made.Details with { DeliveryTo = new(2024, 9, 30) }));
        await service.DeliverAsync(made);
        Assert.Equal(["2024/25 Q1", "2024/25 Q2"], (await ReturnsOfAsync(made.Id)).Select(r => r.Quarter.ToString()));
    }

    [Fact]
    public async Task Varied_HandedOver_GoesBackToBeChecked()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var made = Given.Grant(new(2024, 4, 1), new(2024, 6, 30), service.Clock.Now);
        var owed = (await service.GrantAsync(made))[0];
        service.Clock.Now = Given.In(2024, 7, 2);
        await service.HandOverAsync(owed);
        await service.DeliverAsync(Varied(made, 2, made.Details with { Interventions = [Cut, Given.Campaign] }));
        var changed = await service.ReturnAsync(owed.Id);
        Assert.Equal((ReturnState.InProgress, 1), (changed.State, changed.Line(Cut.Id)!.Achieved.Count));
    }
}
