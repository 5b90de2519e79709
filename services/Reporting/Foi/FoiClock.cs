using Platform.Contracts;

namespace Platform.Reporting.Foi;

/// <summary>The time for an answer: section 10 of the Act.</summary>
internal static class FoiClock
{
    public const int Days = 20;

    /// <summary>
    /// The 20th working day after receipt, not counting the day of receipt (received 4 February 2021, due 4 March 2021: seed 000).
    /// </summary>
    public static DateOnly DueOn(DateOnly receivedOn) => WorkingDayCalendar.UnitedKingdom.Add(receivedOn, Days);

    /// <summary>Working days after the due date; 0 is on time.</summary>
    public static int Late(DateOnly dueOn, DateOnly answeredOn) => WorkingDayCalendar.UnitedKingdom.Between(dueOn, answeredOn);

    /// <summary>"Due in 3 working days", "Due today", "2 working days overdue".</summary>
    public static string Left(DateOnly dueOn, DateOnly today) =>
        dueOn < today
            ? WorkingDayCalendar.UnitedKingdom.Between(dueOn, today) is > 0 and var late
                ? $"{WorkingDays.Words(late)} overdue"
                : "Overdue since the last working day"
            : WorkingDayCalendar.UnitedKingdom.Between(today, dueOn) is > 0 and var left
                ? $"Due in {WorkingDays.Words(left)}"
                : "Due today";
}
