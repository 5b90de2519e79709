using FsCheck.Fluent;
using Platform.Contracts;

namespace Platform.Bids.Tests.Rounds;

/// <summary>
/// The rule of the deadline, with the whole service: a bid that arrived before its partnership's time was up is taken, and no other,
/// whatever the jobs do meanwhile.
/// </summary>
public sealed class DeadlineLawTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Submission_AnyInstant_IsTakenIffItArrivedBefore()
    {
        var other = await service.StartReplicaAsync();
        // The exact instant and its neighbours (PostgreSQL keeps microseconds; arrival is in ticks), then up to two days around it.
        var offset = Gen.OneOf(
            Gen.Choose(-2, 2).Select(ticks => (long)ticks),
            Gen.Choose(-172_800, 172_800).Select(seconds => seconds * TimeSpan.TicksPerSecond)
        );
        var closesOn = Gen.Elements(
            new DateOnly(2025, 2, 28),
            new(2024, 2, 28),
            new(2024, 2, 29),
            new(2025, 3, 29),
            new(2025, 3, 30),
            new(2025, 10, 25),
            new(2025, 10, 26)
        );
        var cases = closesOn
            .SelectMany(day =>
                Gen.Elements(0, 0, 1, 9).SelectMany(extended => offset.Select(ticks => (Day: day, Extended: extended, Offset: ticks)))
            )
            .Sample(14, 24);
        foreach (var (day, extended, ticks) in cases)
        {
            var round = await service.RoundDraftAsync(
                $"LAW{Guid.NewGuid():N}"[..10].ToUpperInvariant(),
                r =>
                    r with
                    {
                        Published = true,
                        OpensOn = day.AddDays(-20),
                        ClosesOn = day,
                        DeliveryFrom = new(2025, 4, 1),
                        DeliveryTo = new(2026, 3, 31),
                        Themes = Given.Themes,
                    },
                London.StartOf(day.AddDays(-10))
            );
            var bid = await service.CompleteAsync(round);
            if (extended > 0)
                await service.GiveAsync(round, "MEL", day.AddDays(extended));
            var end = London.EndOf(day.AddDays(extended));
            var arrived = end.AddTicks(ticks);
            service.Clock.Now = end.AddSeconds(1);
            var jobs = Enumerable
                .Range(0, 4)
                .Select(async n =>
                {
                    await service.SweepAsync<CloseDueRounds>(n % 2 == 0 ? other.Services : null);
                    await service.SweepAsync<EndDueExtension>(n % 2 == 0 ? other.Services : null);
                })
                .ToList();
            var taken = await service.SubmitArrivedAsync(bid, arrived);
            await Task.WhenAll(jobs);
            Assert.Equal(ticks < 0, taken);
            Assert.Equal(ticks < 0 ? BidState.Submitted : BidState.Lapsed, (await service.BidAsync(bid)).State);
            Assert.Equal("RoundOpened RoundClosed", await service.RoundEventsAsync(round));
        }
    }
}
