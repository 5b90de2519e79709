using Platform.Contracts;

namespace Platform.Returns.Tests.Schedule;

[Rule]
public class DueRuleTests
{
    [Theory]
    [InlineData("2023/24 Q3", "2024-01-31")]
    [InlineData("2023/24 Q4", "2024-04-30")]
    [InlineData("2024/25 Q1", "2024-07-31")]
    [InlineData("2024/25 Q2", "2024-10-31")]
    public void DueOn_LastDayOfMonthAfter_IsThatDay(string quarter, string due) =>
        Assert.Equal(DateOnly.Parse(due), new DueRule(DueRuleKind.LastDayOfMonthAfter).DueOn(Quarter.Parse(quarter)!.Value));

    [Theory]
    [InlineData("2024/25 Q1", 1, "2024-07-01")]
    [InlineData("2024/25 Q3", 1, "2025-01-02")] // 1 January is a bank holiday
    [InlineData("2023/24 Q4", 1, "2024-04-02")] // quarter ends on Easter Sunday, Monday is a bank holiday
    [InlineData("2024/25 Q1", 15, "2024-07-19")]
    public void DueOn_WorkingDaysAfter_CountsFromQuartersEnd(string quarter, int days, string due) =>
        Assert.Equal(DateOnly.Parse(due), new DueRule(DueRuleKind.WorkingDaysAfterQuarter, days).DueOn(Quarter.Parse(quarter)!.Value));

    [Theory]
    [InlineData("2024/25 Q1", "2024-07-12")]
    [InlineData("2024/25 Q3", "2025-01-10")]
    [InlineData("2026/27 Q2", "2026-10-09")]
    [InlineData("2025/26 Q4", "2026-04-10")]
    [InlineData("2021/22 Q2", "2021-10-08")] // the month begins on a Friday
    public void DueOn_SecondFriday_IsTheSecondOfTheMonthAfter(string quarter, string due) =>
        Assert.Equal(DateOnly.Parse(due), new DueRule(DueRuleKind.SecondFridayOfMonthAfter).DueOn(Quarter.Parse(quarter)!.Value));
}
