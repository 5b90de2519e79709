using System.Globalization;
using Platform.Contracts;

namespace Platform.GovUk.Forms;

/// <summary>
/// A date as it was typed into three boxes. MVC binds it from <c>StartsOn.Day</c>, <c>StartsOn.Month</c> and <c>StartsOn.Year</c>.
/// </summary>
/// <param name="Day">"5" or "05".</param>
/// <param name="Month">"1", "01", "jan" or "January".</param>
/// <param name="Year">Four digits.</param>
public sealed record TypedDate(string? Day, string? Month, string? Year)
{
    private static readonly DateTimeFormatInfo Names = CultureInfo.InvariantCulture.DateTimeFormat;

    /// <summary>A kept date as one would have typed it; three empty boxes for null.</summary>
    public static TypedDate From(DateOnly? date) =>
        date is { } kept ? new(Number(kept.Day), Number(kept.Month), Number(kept.Year)) : new(null, null, null);

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => Missing.Count == 3;

    /// <summary>The names of the boxes with nothing in them, in order.</summary>
    internal IReadOnlyList<string> Missing =>
        [
            .. new[] { (nameof(Day), Day), (nameof(Month), Month), (nameof(Year), Year) }
                .Where(part => TypedText.Line(part.Item2).Length == 0)
                .Select(part => part.Item1),
        ];

    /// <summary>The number of the day, 1 to 31, or null.</summary>
    internal int? DayNumber => Digits(Day, 2) is >= 1 and <= 31 and var day ? day : null;

    /// <summary>The number of the month, read from a number or a name; null where it is neither.</summary>
    internal int? MonthNumber
    {
        get
        {
            if (Digits(Month, 2) is >= 1 and <= 12 and var month)
                return month;
            var name = TypedText.Line(Month).TrimEnd('.');
            if (name.Equals("sept", StringComparison.OrdinalIgnoreCase))
                return 9;
            for (var i = 1; i <= 12; i++)
                if (
                    name.Equals(Names.GetMonthName(i), StringComparison.OrdinalIgnoreCase)
                    || name.Equals(Names.GetAbbreviatedMonthName(i), StringComparison.OrdinalIgnoreCase)
                )
                    return i;
            return null;
        }
    }

    /// <summary>The number that was typed for the year, or null; whether it has four digits is another question.</summary>
    internal int? YearNumber => Digits(Year, 9);

    /// <summary>Whether the year was typed in full.</summary>
    internal bool YearHasFourDigits => TypedText.Line(Year).Length == 4;

    private static int? Digits(string? typed, int most)
    {
        var text = TypedText.Line(typed);
        return text.Length >= 1 && text.Length <= most && text.All(char.IsAsciiDigit)
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
