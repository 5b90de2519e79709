using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Testing;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Consumers;

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
        var closed = new RoundClosed(id, 2, Now, Person.Platform, opened.Round with { Name = "Renamed", Closed = true });
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
        foreach (var version in new[] { first, second, first, second }) await service.DeliverAsync(Grant(id, version == 2 ? 90 : 130, version), messages[version - 1]);
        var target = Assert.Single(await service.ReadAsync((ReportingContext db) => db.Targets.ToListAsync()));
        Assert.Equal((90, TargetKind.UpTo, "Target hardening"), (target.Target, target.Kind, target.Intervention));
        var line = Assert.Single(await service.ReadAsync((ReportingContext db) => db.Grants.ToListAsync()));
        Assert.Equal((2, Money.FromPounds(5_000)), (line.Version, line.Amount));
    }
}
