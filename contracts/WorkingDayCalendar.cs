namespace Platform.Contracts;

/// <summary>Monday to Friday less bank holidays.</summary>
public sealed class WorkingDayCalendar
{
    /// <summary>Less the bank holidays of England and Wales: for the office, and those whom it funds.</summary>
    public static readonly WorkingDayCalendar EnglandAndWales = new(h => h.Nations.Contains(BankHoliday.EnglandAndWales));

    /// <summary>Less those of any part of the United Kingdom: for freedom of information (section 10(6) of the Act).</summary>
    public static readonly WorkingDayCalendar UnitedKingdom = new(_ => true);

    private readonly HashSet<DateOnly> holidays;

    // Those that fall on Monday to Friday, in order.
    private readonly List<DateOnly> inOrder;

    private WorkingDayCalendar(Func<BankHoliday, bool> isKept)
    {
        holidays = [.. BankHoliday.All.Where(isKept).Select(h => h.Day)];
        inOrder = [.. holidays.Where(day => !IsWeekend(day)).Order()];
    }

    /// <summary>Whether that day is a bank holiday, substitute days included.</summary>
    public bool IsBankHoliday(DateOnly day) => holidays.Contains(day);

    /// <summary>Whether offices are open on that day.</summary>
    public bool Contains(DateOnly day) => !IsWeekend(day) && !IsBankHoliday(day);

    /// <summary>
    /// The working day that many working days from a day: +1 is the next working day, -1 the one before. 0 is the day itself, or, where
    /// that is no working day, the next one.
    /// </summary>
    public DateOnly Add(DateOnly day, int count)
    {
        if (count == 0)
            while (!Contains(day))
                day = day.AddDays(1);
        for (var left = Math.Abs(count); left > 0; )
            if (Contains(day = day.AddDays(Math.Sign(count))))
                left--;
        return day;
    }

    /// <summary>
    /// How many working days lie after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when <paramref name="to"/> is
    /// not later.
    /// </summary>
    public int Between(DateOnly from, DateOnly to) =>
        to <= from ? 0 : WeekdaysUntil(to) - WeekdaysUntil(from) - (HolidaysUntil(to) - HolidaysUntil(from));

    // Up to and including the day.
    private int HolidaysUntil(DateOnly day) => inOrder.BinarySearch(day) is >= 0 and var at ? at + 1 : ~inOrder.BinarySearch(day);

    // Mondays to Fridays from the first day of the calendar on, which was a Monday.
    private static int WeekdaysUntil(DateOnly day) => (day.DayNumber + 1) / 7 * 5 + Math.Min(5, (day.DayNumber + 1) % 7);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
