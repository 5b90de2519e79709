using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Rounds;

[Rule]
public sealed class RoundRemindersTests
{
    private static readonly DateTimeOffset Early = London.At(new(2024, 12, 1), new(9, 0));
    private static readonly Standing[] Waiting =
    [
        new(Melton, 0, 1, London.EndOf(new(2025, 2, 28))),
        new(Partnership.Get("RUT"), 1, 1, London.EndOf(new(2025, 2, 28))),
    ];

    [Fact]
    public void Remind_EachRung_OnceFromEightInTheMorning()
    {
        var round = Given();
        foreach (
            var (day, days) in new[]
            {
                (new DateOnly(2025, 1, 31), 28),
                (new(2025, 2, 14), 14),
                (new(2025, 2, 21), 7),
                (new(2025, 2, 27), 1),
            }
        )
        {
            Assert.Equal(London.At(day, new(8, 0)), round.NextReminderAt);
            round.Remind(Waiting, London.At(day, new(8, 0)).AddTicks(-1));
            Assert.Empty(round.TakeRaised());
            round.Remind(Waiting, London.At(day, new(8, 0)));
            var reminded = Assert.IsType<RoundReminded>(Assert.Single(round.TakeRaised()));
            Assert.Equal((days, Melton), (reminded.DaysLeft, Assert.Single(reminded.Waiting).Partnership));
            round.Remind(Waiting, London.At(day, new(9, 0)));
            Assert.Empty(round.TakeRaised());
        }
        Assert.Null(round.NextReminderAt);
    }

    [Fact]
    public void Remind_MissedForWeeks_CatchesUpWithTheNearestRungAlone()
    {
        var round = Given();
        round.Remind(Waiting, London.At(new(2025, 2, 22), new(3, 0)));
        Assert.Equal(7, Assert.IsType<RoundReminded>(Assert.Single(round.TakeRaised())).DaysLeft);
        Assert.Equal(London.At(new(2025, 2, 27), new(8, 0)), round.NextReminderAt);
    }

    [Fact]
    public void Remind_NobodyWaiting_TellsNobodyAndIsDone()
    {
        var round = Given();
        round.Remind([Waiting[1]], London.At(new(2025, 2, 14), new(8, 0)));
        round.Remind(Waiting, London.At(new(2025, 2, 15), new(8, 0)));
        Assert.Empty(round.TakeRaised());
    }

    [Fact]
    public void Remind_RungsBeforePublication_WereNeverMissed()
    {
        var round = Round();
        round.TakeRaised();
        round.Remind(Waiting, Open);
        Assert.Empty(round.TakeRaised());
        Assert.Equal(London.At(new(2025, 2, 14), new(8, 0)), round.NextReminderAt);
        Assert.Null(Round(draft: true).NextReminderAt);
    }

    [Fact]
    public void Remind_AfterTheDeadline_TellsNobody()
    {
        var round = Given();
        round.Remind(Waiting, round.ClosesAt);
        Assert.Empty(round.TakeRaised());
        Assert.Null(round.NextReminderAt);
    }

    [Fact]
    public void Extend_RungsThatLieAheadAgain_GoOutAgain()
    {
        var round = Given();
        round.Remind(Waiting, London.At(new(2025, 2, 22), new(8, 0)));
        round.Extend(new(2025, 3, 14), "Flood", Olu, London.At(new(2025, 2, 23), new(9, 0)));
        round.TakeRaised();
        foreach (var (day, days) in new[] { (new DateOnly(2025, 2, 28), 14), (new(2025, 3, 7), 7), (new(2025, 3, 13), 1) })
        {
            Assert.Equal(London.At(day, new(8, 0)), round.NextReminderAt);
            round.Remind(Waiting, London.At(day, new(8, 0)));
            Assert.Equal(days, Assert.IsType<RoundReminded>(Assert.Single(round.TakeRaised())).DaysLeft);
        }
    }

    [Fact]
    public void Edit_ANewRungInThePast_IsNotSentLate()
    {
        var round = Given();
        round.Remind(Waiting, London.At(new(2025, 2, 22), new(8, 0)));
        Assert.True(
            round.Edit(round.Answers with { ReminderDays = [20, 7, 3] }, round.Version, Olu, London.At(new(2025, 2, 22), new(9, 0))).IsDone
        );
        Assert.Equal(London.At(new(2025, 2, 25), new(8, 0)), round.NextReminderAt);
    }

    // Whatever was missed, repeated or moved: no rung twice for one deadline, and after each sweep nothing due is left undone.
    [Fact]
    public void Remind_AnySweepsOutagesAndMoves_NoRungTwiceAndTheHighestIsCaughtUpWith()
    {
        var step = Gen.Choose(0, 9).SelectMany(kind => Gen.Choose(1, 24 * 20).Select(hours => (Move: kind == 0, hours)));
        Prop.ForAll(
                step.ListOf().ToArbitrary(),
                Gen.Elements(new DateOnly(2025, 2, 28), new(2024, 2, 29), new(2025, 3, 30), new(2025, 10, 26)).ToArbitrary(),
                (steps, closesOn) =>
                {
                    var opens = closesOn.AddDays(-60);
                    var round = Bids
                        .Rounds.Round.Open(
                            NewRound() with
                            {
                                OpensOn = opens,
                                ClosesOn = closesOn,
                                DeliveryFrom = closesOn.AddMonths(1),
                                DeliveryTo = closesOn.AddYears(1),
                            },
                            Olu,
                            London.StartOf(opens)
                        )
                        .Value;
                    var (now, sent) = (London.StartOf(opens), new HashSet<(DateTimeOffset, int)>());
                    foreach (var (move, hours) in steps)
                    {
                        now = now.AddHours(hours / 4.0);
                        if (move)
                            round.Extend(round.LastDay.AddDays(1 + hours % 20), "Flood", Olu, now);
                        round.TakeRaised();
                        int[] due = round.IsOpenAt(now)
                            ? [.. round.Reminders.Days.Except(round.Reminders.Done).Where(d => RoundReminders.DueAt(d, round) <= now)]
                            : [];
                        round.Remind(Waiting, now);
                        var raised = round.TakeRaised().OfType<RoundReminded>().ToList();
                        if (raised.Count != (due.Length > 0 ? 1 : 0))
                            return false;
                        if (raised.Count == 1 && (raised[0].DaysLeft != due.Min() || !sent.Add((round.ClosesAt, raised[0].DaysLeft))))
                            return false;
                        if (round.NextReminderAt <= now)
                            return false;
                    }
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static Round Given()
    {
        var round = Bids.Rounds.Round.Open(NewRound(), Olu, Early).Value;
        round.TakeRaised();
        return round;
    }
}
