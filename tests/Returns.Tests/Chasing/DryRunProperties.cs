using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Chasing;

/// <summary>
/// What the dry run says of a day is what the jobs do on it if they run every few minutes of office hours until then.
/// </summary>
[Rule]
public class DryRunProperties
{
    private enum Act
    {
        Nothing,
        Extend,
        Pause,
        PauseUntil,
        Stop,
        GoOn,
    }

    // Before somebody asks, the jobs look where they do, and the office acts; afterwards nothing changes.
    private sealed record Life(
        DateOnly From,
        int ScheduledLate,
        Rung[] Ladder,
        DueRule Rule,
        (int Minutes, Act Act, int Days)[] Before,
        int EveryMinutes
    );

    private static readonly Gen<Act> Acts = Gen.Frequency(
        (12, Gen.Constant(Act.Nothing)),
        (1, Gen.Constant(Act.Extend)),
        (1, Gen.Constant(Act.Pause)),
        (2, Gen.Constant(Act.PauseUntil)),
        (1, Gen.Constant(Act.Stop)),
        (3, Gen.Constant(Act.GoOn))
    );

    private static readonly Gen<(int Minutes, Act Act, int Days)> Steps =
        from minutes in Gen.Frequency((3, Gen.Choose(1, 700)), (2, Gen.Choose(600, 6000)), (1, Gen.Choose(4000, 60_000)))
        from act in Acts
        from days in Gen.Choose(1, 40)
        select (minutes, act, days);

    private static readonly Gen<Life> Lives =
        from begins in Gen.Choose(0, 3000)
        from late in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 150)))
        from ladder in Gen.OneOf(
            Gen.Constant(Ladder.Default.ToArray()),
            Gen.Choose(-15, 25).ListOf().Select(days => days.Distinct().Order().Select(d => new Rung(d, [Roles.PartnerLead])).ToArray())
        )
        from rule in Gen.Elements(
            new DueRule(DueRuleKind.LastDayOfMonthAfter),
            new DueRule(DueRuleKind.SecondFridayOfMonthAfter),
            new DueRule(DueRuleKind.WorkingDaysAfterQuarter, 15)
        )
        from steps in Gen.Choose(0, 30)
        from before in Steps.ArrayOf(steps)
        from every in Gen.Choose(1, 30)
        select new Life(new DateOnly(2020, 1, 1).AddDays(begins), late, ladder, rule, before, every);

    [Fact]
    public void RungOn_EachDayAheadOfAnyHistory_IsWhatTheJobsDoOnIt() =>
        Holds(
            (life, owed, now, last) =>
            {
                var said = new List<(DateOnly, Rung)>();
                for (var day = London.DateOf(now); day <= last; day = day.AddDays(1))
                    if (owed.RungOn(day, now, life.Ladder) is { } rung)
                        said.Add((day, rung));
                return Done(life, owed, now, last).SequenceEqual(said);
            }
        );

    [Fact]
    public void Next_AnyHistory_IsTheFirstThatTheJobsDo() =>
        Holds(
            (life, owed, now, last) =>
            {
                var said = Reminders.Next(owed, life.Ladder, now);
                return Done(life, owed, now, last) is [var first, ..] ? said == first : said is null;
            }
        );

    // Looks in office hours alone, as everything else is told to wait for them.
    private static List<(DateOnly Day, Rung Rung)> Done(Life life, Return owed, DateTimeOffset now, DateOnly last)
    {
        var done = new List<(DateOnly, Rung)>();
        for (var day = London.DateOf(now); day <= last; day = day.AddDays(1))
        {
            if (!WorkingDays.Contains(day))
                continue;
            var from = London.At(day, OfficeHours.From);
            for (var at = from > now ? from : now; at < London.At(day, OfficeHours.To); at += TimeSpan.FromMinutes(life.EveryMinutes))
                done.AddRange(Look(owed, at, life.Ladder).Select(rung => (day, rung)));
        }
        return done;
    }

    private static IEnumerable<Rung> Look(Return owed, DateTimeOffset at, Rung[] ladder)
    {
        if (owed.State == ReturnState.Scheduled)
            owed.Open(at);
        if (owed.NextChaseAt <= at)
            owed.Chase(at, ladder);
        return [.. owed.TakeRaised().OfType<ReturnChased>().Select(c => c.Rung)];
    }

    private static void Holds(Func<Life, Return, DateTimeOffset, DateOnly, bool> law) =>
        Prop.ForAll(
                Lives.ToArbitrary(),
                life =>
                {
                    var made = Given.Grant(life.From, life.From, London.At(life.From, new(9, 0)));
                    var owed = Given.Schedule(made, life.Rule, made.At.AddDays(life.ScheduledLate))[0];
                    var now = owed.ScheduledAt;
                    foreach (var (minutes, act, days) in life.Before)
                    {
                        now += TimeSpan.FromMinutes(minutes);
                        var result = act switch
                        {
                            Act.Extend => owed.Extend(
                                (owed.DueOn > London.DateOf(now) ? owed.DueOn : London.DateOf(now)).AddDays(days),
                                "Floods",
                                Given.Officer,
                                now
                            ),
                            Act.Pause => owed.ChangeChasing(ChasingState.Paused, null, "Illness", Given.Officer, now),
                            Act.PauseUntil => owed.ChangeChasing(
                                ChasingState.Paused,
                                London.DateOf(now).AddDays(days),
                                "Illness",
                                Given.Officer,
                                now
                            ),
                            Act.Stop => owed.ChangeChasing(ChasingState.Stopped, null, "Agreed", Given.Officer, now),
                            Act.GoOn => owed.ChangeChasing(ChasingState.On, null, "Back", Given.Officer, now),
                            _ => Platform.ServiceDefaults.Operations.Result.Done,
                        };
                        Assert.True(result.IsDone || act == Act.Extend);
                        Look(owed, now, life.Ladder);
                    }
                    owed.TakeRaised();
                    return law(life, owed, now, (owed.DueOn > London.DateOf(now) ? owed.DueOn : London.DateOf(now)).AddDays(80));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
