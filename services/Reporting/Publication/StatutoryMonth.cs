using System.Globalization;

namespace Platform.Reporting.Publication;

/// <summary>A calendar month of the statutory lists: "2024-04" in addresses.</summary>
internal readonly record struct StatutoryMonth(int Year, int Month)
{
    public DateOnly From => new(Year, Month, 1);

    public (DateOnly From, DateOnly To) Period => (From, From.AddMonths(1).AddDays(-1));

    /// <summary>"April 2024"</summary>
    public string Label => From.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static StatutoryMonth? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 2000 and < 9000
            ? new(day.Year, day.Month)
            : null;

    public override string ToString() => From.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
