using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Chasing;

/// <summary>
/// Due on Wednesday 31 July 2024: rungs on 17, 24, 30 and 31 July, 1, 7 and 14 August, and, after the bank holiday, 29 August.
/// </summary>
[Rule]
public class ChasingTests
{
    private readonly Return owed = Opened(Given.FirstQuarter());

    [Fact]
    public void Chase_BeforeTheFirstRung_NotesItsMorning()
    {
        owed.Chase(Given.In(2024, 7, 1, 8), Ladder.Default);
        Assert.Empty(owed.TakeRaised());
        Assert.Equal(Given.In(2024, 7, 17, 8), owed.NextChaseAt);
    }

    [Fact]
    public void Chase_EveryMorning_UsesEachRungOnItsDay()
    {
        var days = new Dictionary<DateOnly, int>();
        for (var day = new DateOnly(2024, 7, 1); day < new DateOnly(2024, 10, 1); day = day.AddDays(1))
        {
            owed.Chase(London.At(day, new(8, 0)), Ladder.Default);
            foreach (var chased in owed.TakeRaised().Cast<ReturnChased>())
                days.Add(day, chased.Rung.WorkingDays);
        }
        Assert.Equal(
            new()
            {
                [new(2024, 7, 17)] = -10,
                [new(2024, 7, 24)] = -5,
                [new(2024, 7, 30)] = -1,
                [new(2024, 7, 31)] = 0,
                [new(2024, 8, 1)] = 1,
                [new(2024, 8, 7)] = 5,
                [new(2024, 8, 14)] = 10,
                [new(2024, 8, 29)] = 20,
            },
            days
        );
        Assert.Null(owed.NextChaseAt);
    }

    [Theory]
    [InlineData("2026-01-30", "2026-01-30")]
    [InlineData("2026-01-31", "2026-01-30")] // a Saturday
    [InlineData("2025-08-31", "2025-08-29")] // a Sunday
    [InlineData("2025-12-26", "2025-12-24")] // Boxing Day, after Christmas Day
    [InlineData("2025-04-21", "2025-04-17")] // Easter Monday: the Thursday before Good Friday
    public void DayOf_TheDueDateItself_IsAWorkingDayAndNeverLater(string dueOn, string day) =>
        Assert.Equal(DateOnly.Parse(day), Ladder.DayOf(new(0, []), DateOnly.Parse(dueOn)));

    // The reminder of the day before and that of the day itself both fall on the Friday: the first would say less.
    [Fact]
    public void Chase_DueOnAWeekend_OneLetterOnTheWorkingDayBefore()
    {
        owed.Extend(new(2024, 8, 31), "Flood", Given.Officer, Given.In(2024, 7, 20, 9));
        owed.TakeRaised();
        for (var day = new DateOnly(2024, 8, 23); day <= new DateOnly(2024, 9, 1); day = day.AddDays(1))
            owed.Chase(London.At(day, OfficeHours.From), Ladder.Default);
        Assert.Equal(
            [(-5, new DateOnly(2024, 8, 23)), (0, new DateOnly(2024, 8, 30))],
            owed.TakeRaised().OfType<ReturnChased>().Select(r => (r.Rung.WorkingDays, London.DateOf(r.At)))
        );
    }

    [Fact]
    public void ChaseNow_NamesTheDayOnWhichPaymentWillBeHeldUntilItIs()
    {
        owed.ChaseNow(Ladder.Default, Given.Officer, Given.In(2024, 8, 15, 9));
        Assert.Equal(new DateOnly(2024, 8, 29), Assert.IsType<ReturnReminded>(owed.TakeRaised()[^1]).HoldsOn);
        owed.Chase(Given.In(2024, 8, 29, 9), Ladder.Default);
        owed.ChaseNow(Ladder.Default, Given.Officer, Given.In(2024, 8, 30, 9));
        Assert.Null(Assert.IsType<ReturnReminded>(owed.TakeRaised()[^1]).HoldsOn);
    }

    [Fact]
    public void Chase_ARungBeforePaymentIsHeld_NamesTheDayOnWhichItWillBe()
    {
        owed.Chase(Given.In(2024, 8, 14, 9), Ladder.Default);
        var ten = Assert.IsType<ReturnChased>(Assert.Single(owed.TakeRaised()));
        owed.Chase(Given.In(2024, 8, 29, 9), Ladder.Default);
        var twenty = Assert.IsType<ReturnChased>(Assert.Single(owed.TakeRaised()));

        Assert.Equal((new DateOnly(2024, 8, 29), false, false), (ten.HoldsOn, ten.WasHeld, ten.Details.PaymentHeld));
        Assert.Equal((null, false, true), (twenty.HoldsOn, twenty.WasHeld, twenty.Details.PaymentHeld));
    }

    [Fact]
    public void Chase_ARung_TellsItsAudience()
    {
        owed.Chase(Given.In(2024, 8, 14, 9), Ladder.Default);
        Assert.Equal([Roles.PartnerLead, Roles.PartnerChair], Assert.IsType<ReturnChased>(Assert.Single(owed.TakeRaised())).Rung.Audience);
    }

    [Fact]
    public void Chase_MissedForWeeks_UsesTheHighestRungOnlyAndNeverTheOthers()
    {
        Assert.Equal(10, ChasedAt(Given.In(2024, 8, 20, 9)));
        Assert.Equal(Given.In(2024, 8, 29, 8), owed.NextChaseAt);
        Assert.Null(ChasedAt(Given.In(2024, 8, 20, 10)));
        Assert.Equal(20, ChasedAt(Given.In(2024, 9, 2, 9)));
    }

    [Theory]
    [InlineData(7, 17, 7, 59, false, 7, 17)] // before the office opens
    [InlineData(7, 17, 8, 0, true, 7, 24)]
    [InlineData(7, 17, 17, 59, true, 7, 24)]
    [InlineData(7, 17, 18, 0, false, 7, 18)] // it has closed: tomorrow
    [InlineData(7, 19, 18, 0, false, 7, 22)] // Friday evening: Monday
    [InlineData(7, 20, 12, 0, false, 7, 22)] // Saturday
    public void Chase_AtTheEdgesOfOfficeHours_WaitsForTheOffice(
        int month,
        int day,
        int hour,
        int minute,
        bool chased,
        int nextMonth,
        int nextDay
    )
    {
        Assert.Equal(chased ? -10 : null, ChasedAt(Given.In(2024, month, day, hour, minute)));
        Assert.Equal(Given.In(2024, nextMonth, nextDay, 8), owed.NextChaseAt);
    }

    [Fact]
    public void Chase_OnABankHoliday_WaitsForTheNextWorkingDay()
    {
        Assert.Null(ChasedAt(Given.In(2024, 8, 26, 10)));
        Assert.Equal(Given.In(2024, 8, 27, 8), owed.NextChaseAt);
    }

    [Theory]
    [InlineData("2026-03-27T17:59:59Z", true)] // Friday before the clocks go forward: 17:59 in London
    [InlineData("2026-03-30T06:59:59Z", false)] // Monday after: 07:59 in London
    [InlineData("2026-03-30T07:00:00Z", true)] // 08:00
    [InlineData("2026-03-30T17:00:00Z", false)] // 18:00
    [InlineData("2026-10-23T06:59:59Z", false)] // Friday before they go back: 07:59
    [InlineData("2026-10-23T07:00:00Z", true)]
    [InlineData("2026-10-26T07:30:00Z", false)] // Monday after: 07:30
    [InlineData("2026-10-26T08:00:00Z", true)]
    [InlineData("2026-10-26T17:59:59Z", true)]
    public void OfficeHours_AroundBothClockChanges_FollowLondonsClock(string at, bool open) =>
        Assert.Equal(open, OfficeHours.Contain(DateTimeOffset.Parse(at)));

    [Theory]
    [InlineData("2026-03-27T18:00:00Z", "2026-03-30T07:00:00Z")]
    [InlineData("2026-10-23T18:00:00Z", "2026-10-26T08:00:00Z")]
    [InlineData("2026-10-26T07:59:59Z", "2026-10-26T08:00:00Z")]
    [InlineData("2026-10-26T08:00:00Z", "2026-10-27T08:00:00Z")]
    [InlineData("2024-12-24T18:00:00Z", "2024-12-27T08:00:00Z")]
    public void NextOpening_AcrossClockChangesAndHolidays_IsEightInTheMorning(string at, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), OfficeHours.NextOpening(DateTimeOffset.Parse(at)));

    [Fact]
    public void Chase_RemindersFromBeforeItOpened_ArePassedOver()
    {
        // Due on Friday 12 July: ten working days before is Friday 28 June, before it opens.
        var fridays = Opened(Scheduled(new(DueRuleKind.SecondFridayOfMonthAfter), now: Given.In(2024, 4, 8)));
        fridays.Chase(Given.In(2024, 7, 1, 9), Ladder.Default);
        Assert.Empty(fridays.TakeRaised());
        Assert.Equal(Given.In(2024, 7, 5, 8), fridays.NextChaseAt);
    }

    [Fact]
    public void Chase_ScheduledWhenAlreadyOverdue_UsesTheHighestOverdueRung()
    {
        // The grant's message came two months after the grant.
        var late = Opened(Scheduled(new(DueRuleKind.LastDayOfMonthAfter), now: Given.In(2024, 8, 8)));
        late.Chase(Given.In(2024, 8, 8, 9), Ladder.Default);
        Assert.Equal(5, Assert.IsType<ReturnChased>(Assert.Single(late.TakeRaised())).Rung.WorkingDays);
    }

    [Fact]
    public void Chase_ScheduledBetweenTwoRungs_PassesOverTheOneBefore()
    {
        var late = Opened(Scheduled(new(DueRuleKind.LastDayOfMonthAfter), now: Given.In(2024, 7, 26)));
        late.Chase(Given.In(2024, 7, 26, 13), Ladder.Default);
        Assert.Empty(late.TakeRaised());
        Assert.Equal(Given.In(2024, 7, 30, 8), late.NextChaseAt);
    }

    [Fact]
    public void Chase_ScheduledOnTheDueDay_RemindsOfThatDay()
    {
        var late = Opened(Scheduled(new(DueRuleKind.LastDayOfMonthAfter), now: Given.In(2024, 7, 31, 7)));
        late.Chase(Given.In(2024, 7, 31, 9), Ladder.Default);
        Assert.Equal(0, Assert.IsType<ReturnChased>(Assert.Single(late.TakeRaised())).Rung.WorkingDays);
    }

    [Fact]
    public void Chase_SubmittedOrNotOpen_DoesNothing()
    {
        var scheduled = Given.FirstQuarter();
        scheduled.Chase(Given.In(2024, 8, 20, 9), Ladder.Default);
        var submitted = Given.Ready(Given.In(2024, 7, 2));
        submitted.Submit(null, Given.Lead, Given.In(2024, 7, 3));
        submitted.TakeRaised();
        Assert.Null(submitted.NextChaseAt);
        submitted.Chase(Given.In(2024, 8, 20, 9), Ladder.Default);
        Assert.Empty(scheduled.TakeRaised().Concat(submitted.TakeRaised()));
        Assert.Null(submitted.NextChaseAt);
    }

    private int? ChasedAt(DateTimeOffset now)
    {
        owed.Chase(now, Ladder.Default);
        return owed.TakeRaised().Cast<ReturnChased>().SingleOrDefault()?.Rung.WorkingDays;
    }

    private static Return Opened(Return scheduled)
    {
        scheduled.Open(scheduled.OpensAt > scheduled.ScheduledAt ? scheduled.OpensAt : scheduled.ScheduledAt);
        scheduled.TakeRaised();
        return scheduled;
    }

    private static Return Scheduled(DueRule rule, DateTimeOffset now)
    {
        var made = Given.Grant(new(2024, 4, 1), new(2024, 6, 30), Given.In(2024, 4, 8));
        return Given.Schedule(made, rule, now)[0];
    }
}
