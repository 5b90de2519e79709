using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Chasing;

/// <summary>
/// Random histories of a return: the job runs or is away for days; officers extend, pause, resume and stop; the partnership submits. A
/// model that knows the rule in its plainest form runs beside it. Whatever happens, no message is missing and none is sent twice.
/// </summary>
[Rule]
public class ChasingHistoryProperties
{
    private enum Act
    {
        Look,
        LookTwice,
        Extend,
        Pause,
        PauseUntil,
        GoOn,
        Stop,
        ChaseNow,
        Submit,
    }

    private sealed record Step(int Minutes, Act Act, int Days);

    private sealed record History(DateOnly From, int[] Ladder, DueRule Rule, Step[] Steps);

    private sealed record Message(DateTimeOffset At, DateOnly DueOn, int Rung);

    private static readonly Gen<History> Histories =
        from begins in Gen.Choose(0, 3000)
        from ladder in Gen.OneOf(
            Gen.Constant(Ladder.Default.Select(r => r.WorkingDays).ToArray()),
            Gen.Choose(-15, 25).ListOf().Select(rungs => rungs.Distinct().ToArray())
        )
        from rule in Gen.Elements(
            new DueRule(DueRuleKind.LastDayOfMonthAfter),
            new DueRule(DueRuleKind.SecondFridayOfMonthAfter),
            new DueRule(DueRuleKind.WorkingDaysAfterQuarter, 15)
        )
        from steps in (
            from minutes in Gen.Frequency((8, Gen.Choose(1, 600)), (2, Gen.Choose(600, 4000)), (1, Gen.Choose(4000, 40_000)))
            from act in Gen.Frequency(
                (60, Gen.Constant(Act.Look)),
                (6, Gen.Constant(Act.LookTwice)),
                (2, Gen.Constant(Act.Extend)),
                (2, Gen.Constant(Act.Pause)),
                (2, Gen.Constant(Act.PauseUntil)),
                (3, Gen.Constant(Act.GoOn)),
                (1, Gen.Elements(Act.Stop, Act.ChaseNow, Act.Submit, Act.ChaseNow))
            )
            from days in Gen.Choose(1, 40)
            select new Step(minutes, act, days)
        ).ArrayOf(160)
        select new History(new DateOnly(2020, 1, 1).AddDays(begins), ladder, rule, steps);

    [Fact]
    public void Chasing_AnyHistory_SendsWhatTheModelSends() =>
        Holds((history, owed) => Played(history, owed(), out _).SequenceEqual(Modelled(history, owed())));

    [Fact]
    public void Chasing_AnyHistory_SendsNoRungOfADueDateTwice() =>
        Holds(
            (history, owed) => Played(history, owed(), out _) is var sent && sent.DistinctBy(m => (m.DueOn, m.Rung)).Count() == sent.Count
        );

    [Fact]
    public void Chasing_AnyHistory_SendsNothingAfterSubmission() =>
        Holds(
            (history, owed) =>
                Played(history, owed(), out var submittedAt) is var sent && (submittedAt is null || sent.All(m => m.At <= submittedAt))
        );

    // The real job, which looks only at returns that are due to be looked at.
    private static List<Message> Played(History history, Return owed, out DateTimeOffset? submittedAt)
    {
        var ladder = history.Ladder.Select(days => new Rung(days, [Roles.PartnerEditor])).ToList();
        var now = owed.OpensAt;
        owed.Open(now);
        foreach (var step in history.Steps)
        {
            now += TimeSpan.FromMinutes(step.Minutes);
            for (
                var looks = step.Act switch
                {
                    Act.Look => 1,
                    Act.LookTwice => 2,
                    _ => 0,
                };
                looks > 0;
                looks--
            )
                if (owed.NextChaseAt <= now)
                    owed.Chase(now, ladder);
            var today = London.DateOf(now);
            _ = step.Act switch
            {
                Act.Extend => owed.Extend(Later(owed.DueOn, today, step.Days), "Flood", Given.Officer, now),
                Act.Pause => owed.ChangeChasing(ChasingState.Paused, null, "Ill", Given.Officer, now),
                Act.PauseUntil => owed.ChangeChasing(ChasingState.Paused, today.AddDays(step.Days), "Ill", Given.Officer, now),
                Act.GoOn => owed.ChangeChasing(ChasingState.On, null, "Well", Given.Officer, now),
                Act.Stop => owed.ChangeChasing(ChasingState.Stopped, null, "Settled", Given.Officer, now),
                Act.ChaseNow => owed.ChaseNow(ladder, Given.Officer, now),
                Act.Submit => Submit(owed, now),
                _ => null,
            };
        }
        submittedAt = owed.FirstSubmittedAt;
        return [.. owed.TakeRaised().OfType<ReturnChased>().Select(c => new Message(c.At, c.Details.DueOn, c.Rung.WorkingDays))];
    }

    // The rule in words: at each look in office hours, the highest rung whose day has come and that is above every rung used for this due
    // date.
    private static List<Message> Modelled(History history, Return owed)
    {
        var sent = new List<Message>();
        var now = owed.OpensAt;
        var due = owed.DueOn;
        var from = owed.OpensOn;
        if (London.DateOf(owed.ScheduledAt) > from)
            from = London.DateOf(owed.ScheduledAt);
        var isOver = false;
        var isStopped = false;
        var isPaused = false;
        var until = (DateOnly?)null;
        foreach (var step in history.Steps)
        {
            now += TimeSpan.FromMinutes(step.Minutes);
            var today = London.DateOf(now);
            if (step.Act is Act.Look or Act.LookTwice)
            {
                if (isPaused && until <= today && London.TimeOf(now) >= new TimeOnly(8, 0))
                    isPaused = false;
                if (isOver || isStopped || isPaused || !IsOfficeHour(now))
                    continue;
                var used = sent.Where(m => m.DueOn == due).Select(m => m.Rung).DefaultIfEmpty(int.MinValue).Max();
                var left = history.Ladder.Where(r => r > used && DayOf(r, due) <= today && (r > 0 || DayOf(r, due) >= from)).ToList();
                if (left.Count > 0)
                    sent.Add(new(now, due, left.Max()));
            }
            else if (!isOver)
            {
                if (step.Act == Act.Extend)
                    (due, from) = (Later(due, today, step.Days), today);
                if (step.Act is Act.Pause or Act.PauseUntil)
                {
                    isPaused = true;
                    isStopped = false;
                    until = step.Act == Act.PauseUntil ? today.AddDays(step.Days) : null;
                }
                if (step.Act == Act.GoOn)
                {
                    isPaused = false;
                    isStopped = false;
                    until = null;
                }
                if (step.Act == Act.Stop)
                {
                    isPaused = false;
                    isStopped = true;
                    until = null;
                }
                if (step.Act == Act.Submit)
                    isOver = true;
            }
        }
        return sent;
    }

    // The rung of a due date that is no working day goes on the working day before.
    private static DateOnly DayOf(int rung, DateOnly due) => WorkingDays.Add(rung == 0 ? due.AddDays(1) : due, rung == 0 ? -1 : rung);

    private static DateOnly Later(DateOnly due, DateOnly today, int days) => (due > today ? due : today).AddDays(days);

    private static bool IsOfficeHour(DateTimeOffset at) =>
        WorkingDays.Contains(London.DateOf(at)) && London.TimeOf(at).Hour is >= 8 and < 18;

    private static object? Submit(Return owed, DateTimeOffset now)
    {
        if (owed.FirstSubmittedAt is not null)
            return null;
        foreach (var intervention in owed.Interventions)
            Assert.True(owed.SaveLine(Given.LineOf(intervention), owed.Version, Given.Editor, now).IsDone);
        owed.SaveWhole(Given.Editor, now);
        Assert.True(owed.HandOver(Given.Editor, now).IsDone);
        Assert.True(owed.Submit(null, Given.Lead, now).IsDone);
        return null;
    }

    private static void Holds(Func<History, Func<Return>, bool> law) =>
        Prop.ForAll(
                Histories.ToArbitrary(),
                history =>
                {
                    var made = Given.Grant(history.From, history.From, London.At(history.From, new(9, 0)));
                    return law(history, () => Given.Schedule(made, history.Rule)[0]);
                }
            )
            .QuickCheckThrowOnFailure();
}
