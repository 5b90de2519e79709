using System.Globalization;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Chasing;

/// <summary>The days for which reminders can be forecast.</summary>
internal static class DryRun
{
    public static DateOnly Last(DateOnly today) => today.AddYears(1);

    /// <summary>Reads a day such as "2025-01-31"; the next working day where none was given.</summary>
    public static Result<DateOnly> Read(string? on, DateOnly today)
    {
        if (string.IsNullOrEmpty(on))
            return WorkingDays.Add(today, 1);
        if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Result.Of([new("on", "Enter the day like 2025-01-31")]);
        return day >= today && day <= Last(today)
            ? day
            : Result.Of([new("on", $"Day must be between {London.Plain(today)} and {London.Plain(Last(today))}")]);
    }
}
