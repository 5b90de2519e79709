using System.Collections.Concurrent;

namespace Platform.Contracts;

/// <summary>
/// Monday to Friday less the bank holidays of England and Wales (Banking and Financial Dealings Act 1971, and royal proclamations).
/// </summary>
public static class WorkingDays
{
    // Days moved or added by proclamation; the rest follows from rules.
    private static readonly HashSet<DateOnly> Proclaimed =
    [
        new(2020, 5, 8),
        new(2022, 6, 2),
        new(2022, 6, 3),
        new(2022, 9, 19),
        new(2023, 5, 8),
    ];

    private static readonly ConcurrentDictionary<int, HashSet<DateOnly>> ByYear = [];

    private static readonly HashSet<DateOnly> Moved = [new(2020, 5, 4), new(2022, 5, 30)];

    /// <summary>Whether offices are open on that day.</summary>
    public static bool Contains(DateOnly day) => !IsWeekend(day) && !IsBankHoliday(day);

    /// <summary>
    /// The working day that many working days from a day: +1 is the next working day, -1 the one before. 0 is the day itself, or, where
    /// that is no working day, the next one.
    /// </summary>
    public static DateOnly Add(DateOnly day, int count)
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
    public static int Between(DateOnly from, DateOnly to)
    {
        if (to <= from)
            return 0;
        var count = WeekdaysUntil(to) - WeekdaysUntil(from);
        for (var year = from.Year; year <= to.Year; year++)
            foreach (var holiday in BankHolidays(year))
                if (from < holiday && holiday <= to && !IsWeekend(holiday))
                    count--;
        return count;
    }

    /// <summary>Whether that day is a bank holiday in England and Wales, substitute days included.</summary>
    public static bool IsBankHoliday(DateOnly day) => BankHolidays(day.Year).Contains(day);

    private static HashSet<DateOnly> BankHolidays(int year) =>
        ByYear.GetOrAdd(year, y => [.. Holidays(y).Except(Moved), .. Proclaimed.Where(d => d.Year == y)]);

    // Mondays to Fridays from the first day of the calendar on, which was a Monday.
    private static int WeekdaysUntil(DateOnly day) => (day.DayNumber + 1) / 7 * 5 + Math.Min(5, (day.DayNumber + 1) % 7);

    private static IEnumerable<DateOnly> Holidays(int year)
    {
        var easter = EasterSunday(year);
        yield return Observed(new(year, 1, 1));
        yield return easter.AddDays(-2);
        yield return easter.AddDays(1);
        yield return MondayFrom(new(year, 5, 1));
        yield return MondayFrom(new(year, 5, 25));
        yield return MondayFrom(new(year, 8, 25));
        var christmas = Observed(new(year, 12, 25));
        yield return christmas;
        var boxing = Observed(new(year, 12, 26));
        yield return boxing == christmas ? boxing.AddDays(1) : boxing;
    }

    // On a weekend: the next Monday. Christmas on a Sunday is observed on the Tuesday in practice: Boxing Day keeps the Monday.
    private static DateOnly Observed(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day is { Month: 12, Day: 25 } ? day.AddDays(2)
            : day is { Month: 12, Day: 26 } ? day.AddDays(2)
            : day.AddDays(1),
            _ => day,
        };

    private static DateOnly MondayFrom(DateOnly day) => day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
    private static DateOnly EasterSunday(int year)
    {
        int a = year % 19,
            b = year / 100,
            c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        return new(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }
}
