using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Chasing;

/// <summary>
/// A return is looked at again and again, with pauses and outages of any length. A model that knows the rule, and nothing of how the code
/// keeps it, runs beside it.
/// </summary>
[Rule]
public class LadderProperties
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private sealed record Life(DateOnly From, int ScheduledLate, int[] Ladder, DueRule Rule, int[] Minutes);

    private sealed record Chase(DateTimeOffset At, int Rung);

    private static readonly Gen<Life> Lives =
        from begins in Gen.Choose(0, 3000)
        from late in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 150)))
        from ladder in Gen.OneOf(
            Gen.Constant(Ladder.Default.Select(r => r.WorkingDays).ToArray()),
            Gen.Choose(-15, 25).ListOf().Select(rungs => rungs.Distinct().ToArray())
        )
        from rule in Gen.Elements(
            new DueRule(DueRuleKind.LastDayOfMonthAfter),
            new DueRule(DueRuleKind.SecondFridayOfMonthAfter),
            new DueRule(DueRuleKind.WorkingDaysAfterQuarter, 15)
        )
        from minutes in Gen.Frequency((6, Gen.Choose(1, 700)), (2, Gen.Choose(600, 4000)), (1, Gen.Choose(4000, 60_000))).ArrayOf(150)
        select new Life(new DateOnly(2020, 1, 1).AddDays(begins), late, ladder, rule, minutes);

    [Fact]
    public void Chasing_AnyStepsAndOutages_DoesWhatTheModelDoes() =>
        Holds((life, owed, chases) => chases.SequenceEqual(Modelled(life, owed)));

    [Fact]
    public void Chasing_AnyStepsAndOutages_NeverRepeatsOrLowersARung() =>
        Holds((_, _, chases) => chases.Zip(chases.Skip(1)).All(pair => pair.First.Rung < pair.Second.Rung));

    [Fact]
    public void Chasing_AnyStepsAndOutages_KeepsOfficeHours() => Holds((_, _, chases) => chases.All(c => IsOfficeHour(c.At)));

    [Fact]
    public void Chasing_AnyStepsAndOutages_AlwaysMovesOn() =>
        Holds((life, owed, chases) => owed.NextChaseAt is null || owed.NextChaseAt > Instants(life, owed).Last());

    private static IEnumerable<Chase> Modelled(Life life, Return owed)
    {
        var used = int.MinValue;
        foreach (var now in Instants(life, owed).Where(IsOfficeHour))
        {
            var due = life.Ladder.Where(rung => DayOf(rung, owed.DueOn) <= London.DateOf(now)).ToList();
            var fillable = London.DateOf(owed.ScheduledAt) > owed.OpensOn ? London.DateOf(owed.ScheduledAt) : owed.OpensOn;
            due.RemoveAll(rung => rung <= 0 && DayOf(rung, owed.DueOn) < fillable);
            if (due.Count == 0 || due.Max() <= used)
                continue;
            yield return new(now, used = due.Max());
        }
    }

    // As the sweep does it: only what is due is looked at.
    private static List<Chase> Chased(Life life, Return owed)
    {
        var ladder = life.Ladder.Select(days => new Rung(days, [Roles.PartnerEditor])).ToList();
        var chases = new List<Chase>();
        foreach (var now in Instants(life, owed).Where(now => owed.NextChaseAt <= now))
        {
            owed.Chase(now, ladder);
            chases.AddRange(owed.TakeRaised().Cast<ReturnChased>().Select(c => new Chase(c.At, c.Rung.WorkingDays)));
        }
        return chases;
    }

    private static IEnumerable<DateTimeOffset> Instants(Life life, Return owed)
    {
        var now = owed.OpensAt > owed.ScheduledAt ? owed.OpensAt : owed.ScheduledAt;
        foreach (var minutes in life.Minutes)
            yield return now += TimeSpan.FromMinutes(minutes);
    }

    private static bool IsOfficeHour(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        return local.Hour is >= 8 and < 18 && IsWorkingDay(DateOnly.FromDateTime(local.DateTime));
    }

    private static DateOnly DayOf(int rung, DateOnly due)
    {
        var day = due;
        // On the due date, or on the working day before it.
        while (rung == 0 && !IsWorkingDay(day))
            day = day.AddDays(-1);
        for (var left = rung; left != 0 || !IsWorkingDay(day); )
        {
            day = day.AddDays(rung < 0 ? -1 : 1);
            if (left != 0 && IsWorkingDay(day))
                left -= Math.Sign(rung);
        }
        return day;
    }

    private static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !WorkingDays.IsBankHoliday(day);

    private static void Holds(Func<Life, Return, List<Chase>, bool> law) =>
        Prop.ForAll(
                Lives.ToArbitrary(),
                life =>
                {
                    var made = Given.Grant(life.From, life.From, London.At(life.From, new(9, 0)));
                    var owed = Given.Schedule(made, life.Rule, made.At.AddDays(life.ScheduledLate))[0];
                    owed.Open(owed.OpensAt > owed.ScheduledAt ? owed.OpensAt : owed.ScheduledAt);
                    owed.TakeRaised();
                    return law(life, owed, Chased(life, owed));
                }
            )
            .QuickCheckThrowOnFailure();
}
