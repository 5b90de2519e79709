namespace Platform.Contracts;

/// <summary>The working days of the office and of those whom it funds: <see cref="WorkingDayCalendar.EnglandAndWales"/>.</summary>
public static class WorkingDays
{
    /// <inheritdoc cref="WorkingDayCalendar.Contains"/>
    public static bool Contains(DateOnly day) => WorkingDayCalendar.EnglandAndWales.Contains(day);

    /// <inheritdoc cref="WorkingDayCalendar.Add"/>
    public static DateOnly Add(DateOnly day, int count) => WorkingDayCalendar.EnglandAndWales.Add(day, count);

    /// <inheritdoc cref="WorkingDayCalendar.Between"/>
    public static int Between(DateOnly from, DateOnly to) => WorkingDayCalendar.EnglandAndWales.Between(from, to);

    /// <summary>"1 working day", "12 working days"</summary>
    public static string Words(int count) => count == 1 ? "1 working day" : $"{count:N0} working days";

    /// <inheritdoc cref="WorkingDayCalendar.IsBankHoliday"/>
    public static bool IsBankHoliday(DateOnly day) => WorkingDayCalendar.EnglandAndWales.IsBankHoliday(day);
}
