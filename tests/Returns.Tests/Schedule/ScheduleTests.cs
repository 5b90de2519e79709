using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Schedule;

[Rule]
public class ScheduleTests
{
    private static readonly DueRule Default = new(DueRuleKind.LastDayOfMonthAfter);

    [Fact]
    public void Schedule_EighteenMonthsFromMidQuarter_HasOneReturnForEachQuarterTouched()
    {
        var returns = Schedule(new(2023, 10, 15), new(2025, 3, 31), madeAt: Given.In(2023, 10, 1));

        Assert.Equal(
            ["2023/24 Q3", "2023/24 Q4", "2024/25 Q1", "2024/25 Q2", "2024/25 Q3", "2024/25 Q4"],
            returns.Select(r => r.Quarter.ToString())
        );
        Assert.Equal(new DateOnly(2024, 1, 1), returns[0].OpensOn);
        Assert.Equal(new DateOnly(2024, 1, 31), returns[0].DueOn);
        Assert.All(returns, r => Assert.Equal(ReturnState.Scheduled, r.State));
    }

    [Fact]
    public void Schedule_OneDayOnTheLeapDay_IsOneReturn()
    {
        var only = Assert.Single(Schedule(new(2024, 2, 29), new(2024, 2, 29), madeAt: Given.In(2024, 1, 2)));
        Assert.Equal("2023/24 Q4", only.Quarter.ToString());
        Assert.Equal(new DateOnly(2024, 4, 30), only.DueOn);
    }

    [Theory]
    [InlineData("2024-03-31", "2024-04-01", 2)]
    [InlineData("2024-04-01", "2024-06-30", 1)]
    [InlineData("2024-06-30", "2024-07-01", 2)]
    public void Schedule_AtTheEdgesOfAQuarter_TouchesTheQuartersOfBothDays(string from, string to, int count) =>
        Assert.Equal(count, Schedule(DateOnly.Parse(from), DateOnly.Parse(to), Given.In(2024, 1, 2)).Count);

    [Fact]
    public void Schedule_GrantMadeLate_IsDueTwentyWorkingDaysAfterIt()
    {
        // Seed 001: signed on 24 April 2024 for spending from October 2023. 6 May was a bank holiday.
        var returns = Schedule(new(2023, 10, 1), new(2024, 9, 30), madeAt: Given.In(2024, 4, 24));

        Assert.Equal([new(2024, 5, 23), new(2024, 5, 23), new(2024, 7, 31), new DateOnly(2024, 10, 31)], returns.Select(r => r.DueOn));
    }

    [Theory]
    [InlineData(22, 59, "2024-05-29")] // 23:59 on 29 April in London
    [InlineData(23, 0, "2024-05-30")] // midnight: 30 April in London
    public void Schedule_GrantMadeAroundMidnight_CountsFromTheDayInLondon(int hourUtc, int minute, string due) =>
        Assert.Equal(
            DateOnly.Parse(due),
            Schedule(new(2024, 1, 1), new(2024, 3, 31), new DateTimeOffset(2024, 4, 29, hourUtc, minute, 0, TimeSpan.Zero))[0].DueOn
        );

    [Fact]
    public void Schedule_OpensAtMidnightInLondon_InSummerAndWinter()
    {
        var returns = Schedule(new(2024, 4, 1), new(2024, 12, 31), Given.In(2024, 3, 1));
        Assert.Equal(new DateTimeOffset(2024, 6, 30, 23, 0, 0, TimeSpan.Zero), returns[0].OpensAt);
        Assert.Equal(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), returns[2].OpensAt);
    }

    [Fact]
    public void Schedule_EachReturn_RaisesReturnScheduledWithItsWholeState()
    {
        var scheduled = Schedule(new(2024, 4, 1), new(2024, 6, 30), Given.In(2024, 4, 2))[0];
        var raised = Assert.IsType<ReturnScheduled>(Assert.Single(scheduled.TakeRaised()));
        Assert.Equal((scheduled.Id, 1, Person.Platform, scheduled.Details), (raised.Id, raised.Version, raised.By, raised.Details));
    }

    private static IReadOnlyList<Return> Schedule(DateOnly from, DateOnly to, DateTimeOffset madeAt)
    {
        var made = Given.Grant(from, to, madeAt);
        return Given.Schedule(made, Default);
    }
}
