using Platform.Contracts;

namespace Platform.Reporting.Home.Pages;

/// <summary>How far away a day is, in words.</summary>
internal static class Due
{
    /// <summary>In working days: "3 working days overdue", "Due today", "Due in 5 working days".</summary>
    public static string When(DateOnly due, DateOnly today) =>
        (today.CompareTo(due), WorkingDays.Between(due, today), WorkingDays.Between(today, due)) switch
        {
            (> 0, 0, _) => "Overdue",
            (> 0, 1, _) => "1 working day overdue",
            (> 0, var late, _) => $"{late} working days overdue",
            (0, _, _) => "Due today",
            (_, _, 0) => "Due before the next working day",
            (_, _, 1) => "Due in 1 working day",
            (_, _, var left) => $"Due in {left} working days",
        };

    /// <summary>The time until a deadline that is not over, in days as reminders count them: "7 days left", "Last day".</summary>
    public static string Left(DateTimeOffset exclusive, DateOnly today) =>
        (London.DateOf(exclusive.AddTicks(-1)).DayNumber - today.DayNumber) switch
        {
            <= 0 => "Last day",
            1 => "1 day left",
            var days => $"{days} days left",
        };
}
