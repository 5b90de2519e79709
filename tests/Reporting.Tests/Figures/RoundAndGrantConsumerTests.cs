using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Figures;

public sealed class RoundAndGrantConsumerTests(RunningService<ReportingService> service)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Round_AnyOrderEachTwice_KeepsTheNewest(bool inOrder)
    {
        await service.NothingAsync();
        var id = Guid.NewGuid();
        var opened = Round(id);
        var closed = new RoundClosed(id, 2, Now, Person.Platform, opened.Details with { Name = "Renamed", Closed = true });
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        for (var i = 0; i < 2; i++)
        {
            await service.DeliverAsync(inOrder ? opened : closed, inOrder ? first : second);
            await service.DeliverAsync(inOrder ? closed : opened, inOrder ? second : first);
        }
        var line = Assert.Single(await service.ReadAsync((ReportingContext db) => db.Rounds.ToListAsync()));
        Assert.Equal((2, "Renamed"), (line.Version, line.Name));
        Assert.Equal(2, await service.ReadAsync((ReportingContext db) => db.Activities.CountAsync()));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task Grant_AnyOrderEachTwice_KeepsTheNewestTargets(int first, int second)
    {
        await service.NothingAsync();
        var id = Guid.NewGuid();
        var messages = new[] { Guid.NewGuid(), Guid.NewGuid() };
        foreach (var version in new[] { first, second, first, second })
            await service.DeliverAsync(Grant(id, version == 2 ? 90 : 130, version), messages[version - 1]);
        var target = Assert.Single(await service.ReadAsync((ReportingContext db) => db.Targets.ToListAsync()));
        Assert.Equal((90, TargetKind.UpTo, "Target hardening"), (target.Target, target.Kind, target.Intervention));
        var line = Assert.Single(await service.ReadAsync((ReportingContext db) => db.Grants.ToListAsync()));
        Assert.Equal((2, Money.FromPounds(5_000)), (line.Version, line.Amount));
    }

    [Theory]
    [InlineData("123")]
    [InlineData("321")]
    [InlineData("213")]
    public async Task Grant_VariedThenAccepted_AnyOrderEachTwice_KeepsWhatStandsBesideWhatWas(string order)
    {
        await service.NothingAsync();
        var id = Guid.NewGuid();
        var varied = Varied(id, version: 2);
        IEvent[] events = [Grant(id, 200), varied, new GrantAccepted(id, 3, Now, Ann, varied.Details with { AcceptedAt = Now })];
        var messages = events.Select(_ => Guid.NewGuid()).ToArray();
        foreach (var number in order + order)
            await service.DeliverAsync(events[number - '1'], messages[number - '1']);

        var targets = await service.ReadAsync((ReportingContext db) => db.Targets.OrderBy(t => t.Order).ToListAsync());
        Assert.Equal(
            [("Target hardening", 130, (int?)200), ("Campaign", 0, 40)],
            targets.Select(t => (t.Intervention, t.Target, t.Original))
        );
        Assert.Equal(Now, Assert.Single(await service.ReadAsync((ReportingContext db) => db.Grants.ToListAsync())).AcceptedAt);
        Assert.Equal(3, await service.ReadAsync((ReportingContext db) => db.Activities.CountAsync()));
    }

    [Theory]
    [InlineData("123")]
    [InlineData("321")]
    [InlineData("231")]
    public async Task Round_DraftedOpenedMoved_AnyOrderEachTwice_KeepsTheNewest(string order)
    {
        await service.NothingAsync();
        var id = Guid.NewGuid();
        var round = Round(id).Details;
        var later = round with { ClosesAt = round.ClosesAt.AddDays(7), Invited = [Partnership.Get("MEL")] };
        IEvent[] events =
        [
            new RoundDrafted(id, 1, Now, Ann, round with { Published = false }),
            Round(id, 2),
            new RoundDeadlineMoved(id, 3, Now, Ann, later, round.ClosesAt, "Snow."),
        ];
        var messages = events.Select(_ => Guid.NewGuid()).ToArray();
        foreach (var number in order + order)
            await service.DeliverAsync(events[number - '1'], messages[number - '1']);

        var line = Assert.Single(await service.ReadAsync((ReportingContext db) => db.Rounds.ToListAsync()));
        Assert.Equal((3, true, later.ClosesAt, "MEL"), (line.Version, line.Published, line.ClosesAt, Assert.Single(line.Invited)));
        // A draft is no news.
        Assert.Equal(2, await service.ReadAsync((ReportingContext db) => db.Activities.CountAsync()));
    }
}
