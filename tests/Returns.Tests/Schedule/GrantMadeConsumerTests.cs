using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Schedule;

public class GrantMadeConsumerTests(RunningService<ReturnsService> service)
{
    private static readonly DateTimeOffset Made = Given.In(2023, 10, 2);
    private readonly GrantMade grant = Given.Grant(new(2023, 10, 1), new(2025, 3, 31), Made);

    [Fact]
    public async Task Consume_AGrant_SchedulesItsQuartersWithTheirEvents()
    {
        service.Clock.Now = Made;
        var returns = await service.GrantAsync(grant);
        Assert.Equal(6, returns.Count);
        Assert.All(returns, r => Assert.Equal((Given.Melton, "Safer Melton", 2), (r.Partnership, r.Title, r.Interventions.Count)));
        foreach (var scheduled in returns)
            Assert.Equal(
                ("ReturnScheduled", 1, Person.Platform.UserId),
                await service.LogOfAsync(scheduled.Id) is [var row] ? (row.Type, row.Version, row.Actor) : default
            );
    }

    [Fact]
    public async Task Consume_TheSameMessageTwice_SchedulesOnce()
    {
        var id = Guid.NewGuid();
        await service.GrantAsync(grant, id);
        Assert.Equal(6, (await service.GrantAsync(grant, id)).Count);
    }

    [Fact]
    public async Task Consume_TheSameGrantUnderAnotherId_SchedulesOnce()
    {
        var first = await service.GrantAsync(grant);
        var second = await service.GrantAsync(grant);
        Assert.Equal(first.Select(r => r.Id), second.Select(r => r.Id));
        Assert.All(second, r => Assert.Equal(1, r.Version));
    }

    [Fact]
    public async Task Consume_TheSameGrantManyTimesAtOnce_SchedulesOnce()
    {
        var programme = $"Fund {Guid.NewGuid()}";
        var made = Given.Grant(new(2023, 10, 1), new(2025, 3, 31), Made, programme: programme);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => service.GrantAsync(made)));
        Assert.Equal(
            6,
            await service.ReadAsync(
                (ReturnsContext db) => db.Returns.CountAsync(r => r.GrantId == made.Id, TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task Consume_FirstGrantOfAProgramme_GivesItTheDefaults()
    {
        var made = Given.Grant(new(2024, 4, 1), new(2024, 6, 30), Made, programme: "Fund of defaults");
        await service.GrantAsync(made);
        var programme = await ProgrammeAsync("Fund of defaults");
        Assert.Equal(new DueRule(DueRuleKind.LastDayOfMonthAfter), programme.DueRule);
        Assert.Equal([-10, -5, -1, 0, 1, 5, 10, 20], programme.Ladder.Select(r => r.WorkingDays));
        Assert.Equal([Roles.PartnerLead, Roles.PartnerChair], programme.Ladder[^1].Audience);
    }

    [Fact]
    public async Task Consume_ProgrammeWithItsOwnRule_FollowsIt()
    {
        await service.ReadAsync(
            (ReturnsContext db) =>
                db.Database.ExecuteSqlAsync(
                    $$"""
                    insert into programmes (id, version, name, due_rule, ladder, variance_percent, variance_floor, repeat_every,
                        rework_days, rework_ladder)
                    values (gen_random_uuid(), 0, 'Safer Streets 5', '{"kind":"SecondFridayOfMonthAfter","workingDays":0}',
                        '[{"workingDays":2,"audience":["partner-lead"]}]', 10, 50000, 20, 10, '[]')
                    """,
                    TestContext.Current.CancellationToken
                )
        );
        var returns = await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 6, 30), Made, programme: "Safer Streets 5"));
        Assert.Equal(new DateOnly(2024, 7, 12), returns[0].DueOn);
        Assert.Single((await ProgrammeAsync("Safer Streets 5")).Ladder);
    }

    private Task<Programme> ProgrammeAsync(string name) =>
        service.ReadAsync((ReturnsContext db) => db.Programmes.SingleAsync(p => p.Name == name, TestContext.Current.CancellationToken));
}
