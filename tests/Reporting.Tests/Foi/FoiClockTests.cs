using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;

namespace Platform.Reporting.Tests.Foi;

[Rule]
public sealed class FoiClockTests
{
    // Seeds 000 and 003; then Easter, the bank holidays of May, the end of a year with a bank holiday of Scotland, a Saturday, a Sunday
    // before a bank holiday.
    [Theory]
    [InlineData("2021-02-04", "2021-03-04")]
    [InlineData("2022-03-23", "2022-04-22")]
    [InlineData("2024-03-27", "2024-04-26")]
    [InlineData("2024-05-03", "2024-06-04")]
    [InlineData("2024-12-02", "2025-01-03")]
    [InlineData("2024-12-24", "2025-01-27")]
    [InlineData("2024-12-13", "2025-01-16")]
    [InlineData("2021-02-06", "2021-03-05")]
    [InlineData("2021-02-05", "2021-03-05")]
    [InlineData("2022-09-18", "2022-10-17")]
    // Proclaimed for Scotland alone: Monday 15 June 2026.
    [InlineData("2026-06-01", "2026-06-30")]
    public void DueOn_IsThe20thWorkingDayAfter(string received, string due) =>
        Assert.Equal(DateOnly.Parse(due), FoiClock.DueOn(DateOnly.Parse(received)));

    /// <summary>Whatever the day: twenty working days lie after it up to the due date, which is one of them.</summary>
    [Fact]
    public void DueOn_AlwaysIsAWorkingDay_WithTwentyUpToIt() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>().Generator.Select(n => new DateOnly(2005, 1, 1).AddDays(Math.Abs(n % 12_000))).ToArbitrary(),
                received =>
                {
                    var due = FoiClock.DueOn(received);
                    return WorkingDayCalendar.UnitedKingdom.Contains(due)
                        && WorkingDayCalendar.UnitedKingdom.Between(received, due) == 20
                        && FoiClock.Late(due, due) == 0
                        && FoiClock.Late(due, received) == 0;
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>A request of a later day is never due earlier, and an answer on the due date is never late.</summary>
    [Fact]
    public void DueOn_NeverGoesBack() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>().Generator.Select(n => new DateOnly(2005, 1, 1).AddDays(Math.Abs(n % 12_000))).ToArbitrary(),
                received =>
                    FoiClock.DueOn(received) <= FoiClock.DueOn(received.AddDays(1))
                    && FoiClock.Late(FoiClock.DueOn(received), WorkingDayCalendar.UnitedKingdom.Add(FoiClock.DueOn(received), 3)) == 3
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2021-03-01", "Due in 3 working days")]
    [InlineData("2021-03-03", "Due in 1 working day")]
    [InlineData("2021-03-04", "Due today")]
    [InlineData("2021-03-05", "1 working day overdue")]
    [InlineData("2021-03-08", "2 working days overdue")]
    public void Left_SaysHowLong(string today, string words) => Assert.Equal(words, FoiClock.Left(new(2021, 3, 4), DateOnly.Parse(today)));

    [Fact]
    public void Left_OnAWeekend_CountsTheNextWorkingDay() =>
        Assert.Equal("Due in 1 working day", FoiClock.Left(new(2021, 3, 8), new(2021, 3, 6)));

    // An extension may end on a Friday. On the Saturday no working day has gone by, and yet the answer is late.
    [Fact]
    public void Left_OnTheSaturdayAfter_IsOverdue() =>
        Assert.Equal("Overdue since the last working day", FoiClock.Left(new(2021, 3, 5), new(2021, 3, 6)));
}
