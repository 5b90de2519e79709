using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Figures;

public sealed class ReturnConsumerTests(RunningService<ReportingService> service)
{
    private readonly Guid id = Guid.NewGuid();
    private readonly Guid grant = Guid.NewGuid();

    private IEvent[] Events =>
        [
            Opened(id, Return(grant, ReturnState.Open)),
            new ReturnChased(id, 3, Now, Person.Platform, Return(grant, ReturnState.Open), new(-5, [])),
            new ReturnChased(id, 4, Now, Person.Platform, Return(grant, ReturnState.InProgress, achieved: 20), new(1, [])),
            Submitted(id, Return(grant, ReturnState.Submitted, achieved: 149)),
        ];

    [Theory]
    [InlineData("1234")]
    [InlineData("4321")]
    [InlineData("2413")]
    [InlineData("3142")]
    [InlineData("4132")]
    public async Task Consume_AnyOrderEachTwice_KeepsTheNewestAndTheHighestRung(string order)
    {
        await service.NothingAsync();
        var (events, messages) = (Events, Events.Select(_ => Guid.NewGuid()).ToArray());
        foreach (var number in order + order)
            await service.DeliverAsync(events[number - '1'], messages[number - '1']);

        var line = Assert.Single(await service.ReadAsync((ReportingContext db) => db.Returns.ToListAsync()));
        Assert.Equal((5, ReturnState.Submitted, (int?)0, (int?)1), (line.Version, line.State, line.WorkingDaysLate, line.Rung));
        Assert.Equal(
            149,
            Assert
                .Single(
                    await service.ReadAsync((ReportingContext db) => db.Figures.Where(f => f.Measure == Measure.Achieved).ToListAsync())
                )
                .Amount
        );
        Assert.Equal(4, await service.ReadAsync((ReportingContext db) => db.Activities.CountAsync()));
    }

    [Fact]
    public async Task Consume_ManyAtOnce_LoseNothing()
    {
        await service.NothingAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(_ => Events).Select(e => service.DeliverAsync(e)).Take(Events.Length));
        var line = Assert.Single(await service.ReadAsync((ReportingContext db) => db.Returns.ToListAsync()));
        Assert.Equal((5, (int?)1), (line.Version, line.Rung));
    }

    [Fact]
    public async Task Consume_Draft_ItsFiguresCountForNothingYet()
    {
        await service.NothingAsync();
        await service.DeliverAsync(new ReturnSaved(id, 3, Now, Ann, Return(grant, ReturnState.InProgress, achieved: 20)));
        await service.DeliverAsync(new ReturnReady(id, 4, Now, Ann, Return(grant, ReturnState.ReadyToCertify, achieved: 30)));
        Assert.Empty(await service.ReadAsync((ReportingContext db) => db.Figures.Where(f => f.Measure == Measure.Achieved).ToListAsync()));
        await service.DeliverAsync(Submitted(id, Return(grant, ReturnState.Submitted, achieved: 30)));
        await service.DeliverAsync(Submitted(id, Return(grant, ReturnState.Submitted, achieved: 35), version: 9));
        Assert.Equal(
            35,
            Assert
                .Single(
                    await service.ReadAsync((ReportingContext db) => db.Figures.Where(f => f.Measure == Measure.Achieved).ToListAsync())
                )
                .Amount
        );
    }

    [Theory]
    [InlineData("12")]
    [InlineData("21")]
    public async Task Consume_Extension_BeginsTheRungsAnew(string order)
    {
        await service.NothingAsync();
        var owed = Return(grant, ReturnState.Open);
        IEvent[] events =
        [
            new ReturnChased(id, 3, Now, Person.Platform, owed, new(5, [])),
            new ReturnExtended(id, 4, Now, Ann, owed with { DueOn = owed.DueOn.AddDays(30) }, "Flood"),
        ];
        foreach (var number in order)
            await service.DeliverAsync(events[number - '1']);
        var line = Assert.Single(await service.ReadAsync((ReportingContext db) => db.Returns.ToListAsync()));
        Assert.Equal((owed.DueOn.AddDays(30), null), (line.DueOn, line.Rung));
    }

    [Fact]
    public async Task Consume_CorrectionOfAnEarlierQuarter_CountsTheDifference()
    {
        await service.NothingAsync();
        var owed = Return(grant, ReturnState.Submitted, achieved: 30);
        var line = owed.Lines[0] with
        {
            Adjustments = [new(Guid.NewGuid(), new(new(2024), 2), null, "homes target hardened", 20, 25, "Counted twice")],
        };
        await service.DeliverAsync(Submitted(id, owed with { Lines = [line] }));
        Assert.Equal(
            35,
            (await service.ReadAsync((ReportingContext db) => db.Figures.Where(f => f.Measure == Measure.Achieved).ToListAsync())).Sum(f =>
                f.Amount
            )
        );
    }

    [Fact]
    public async Task Consume_SentBackOrNotRequired_IsOwedNoMore()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Opened(id, Return(grant, ReturnState.Open)));
        Assert.True(Assert.Single(await service.ReadAsync((ReportingContext db) => db.Returns.ToListAsync())).IsOwed);
        await service.DeliverAsync(new ReturnNotRequired(id, 3, Now, Ann, Return(grant, ReturnState.NotRequired), "Merged with quarter 4"));
        Assert.False(Assert.Single(await service.ReadAsync((ReportingContext db) => db.Returns.ToListAsync())).IsOwed);
    }

    [Theory]
    [InlineData("123")]
    [InlineData("321")]
    [InlineData("213")]
    public async Task Consume_SentBack_ItsFiguresAreChallengedUntilItIsBack(string order)
    {
        await service.NothingAsync();
        var submitted = Return(grant, ReturnState.Submitted, achieved: 30);
        var intervention = submitted.Lines[0].InterventionId;
        var back = submitted with
        {
            State = ReturnState.SentBack,
            SentBack = [new($"{intervention}", "Which homes?")],
            BackBy = London.DateOf(Now),
            SentBackAt = Now,
        };
        IEvent[] events =
        [
            Submitted(id, submitted),
            new ReturnSentBack(id, 6, Now, Ann, back),
            // What the partnership writes meanwhile is not figures of anybody.
            new ReturnSaved(id, 7, Now, Ann, back with { Lines = [] }),
        ];
        foreach (var number in order)
            await service.DeliverAsync(events[number - '1']);
        Assert.Equal([true], await ChallengedAsync());
        var line = Assert.Single(await service.ReadAsync((ReportingContext db) => db.Returns.ToListAsync()));
        Assert.Equal((false, back.BackBy, back.BackBy), (line.IsOwed, line.BackBy, line.AwaitedOn));

        await service.DeliverAsync(Submitted(id, submitted with { ReworkDaysLate = 2 }, version: 8));
        Assert.Equal([false], await ChallengedAsync());
        line = Assert.Single(await service.ReadAsync((ReportingContext db) => db.Returns.ToListAsync()));
        Assert.Equal((null, "2 working days late to be back"), (line.AwaitedOn, line.Rework(London.DateOf(Now))));

        Task<List<bool>> ChallengedAsync() =>
            service.ReadAsync(
                (ReportingContext db) => db.Figures.Where(f => f.Measure == Measure.Achieved).Select(f => f.IsChallenged).ToListAsync()
            );
    }
}
