using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Contracts;

namespace Platform.GovUk.Forms;

/// <summary>
/// Reads what people type into fields. What is wrong goes into the model state at the field's key, in words that say what to enter, and
/// null comes back. A field's name begins with a capital, as in "Start date"; it is written in the middle of a sentence as "start date".
/// </summary>
public static partial class TypedInput
{
    /// <summary>
    /// Text of at most <paramref name="max"/>characters, as <see cref="TypedText.Tidy"/> leaves it. A line break counts as one character.
    /// </summary>
    public static string? ReadText(this ModelStateDictionary state, string key, string? typed, string name, int max, bool optional = false)
    {
        var text = TypedText.Tidy(typed);
        if (text.Length == 0)
            return optional ? null : state.Wrong<string>(key, Enter(name));
        return text.Length <= max ? text : state.Wrong<string>(key, $"{name} must be {Count(max)} characters or less");
    }

    /// <summary>A whole number within bounds; commas and spaces before three digits are taken.</summary>
    public static int? ReadWholeNumber(
        this ModelStateDictionary state,
        string key,
        string? typed,
        string name,
        int min,
        int max,
        bool optional = false
    )
    {
        if (TypedText.Line(typed).Length == 0)
            return optional ? null : state.WrongValue<int>(key, Enter(name));
        if (min <= 0 && TypedNumber.IsDash(typed))
            return state.WrongValue<int>(key, $"{name} must be a number: enter 0 if there is none");
        if (TypedNumber.Plain(typed) is not { } text || text.Contains('.', StringComparison.Ordinal))
            return state.WrongValue<int>(key, $"{name} must be a whole number");
        var digits = text.TrimStart('-', '+');
        // Longer than any int: only its sign matters.
        var number =
            digits.TrimStart('0').Length > 18
                ? (text[0] == '-' ? long.MinValue : long.MaxValue)
                : long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (number < min)
            return state.WrongValue<int>(key, $"{name} must be {Count(min)} or more");
        return number <= max ? (int)number : state.WrongValue<int>(key, $"{name} must be {Count(max)} or less");
    }

    /// <summary>An amount of money as <see cref="Money.Parse"/> reads it.</summary>
    public static Money? ReadMoney(this ModelStateDictionary state, string key, string? typed, string name, bool optional = false)
    {
        if (TypedText.Line(typed).Length == 0)
            return optional ? null : state.WrongValue<Money>(key, Enter(name));
        return Money.Parse(typed, out var problem) ?? state.WrongValue<Money>(key, $"{name} {problem}");
    }

    /// <summary>
    /// A date within bounds. It says first what is missing, then what is no real date, then what is too early or too late.
    /// </summary>
    public static DateOnly? ReadDate(
        this ModelStateDictionary state,
        string key,
        TypedDate? typed,
        string name,
        DateOnly? notBefore = null,
        DateOnly? notAfter = null
    )
    {
        if (typed is null || typed.IsEmpty)
            return state.WrongDate(key, Enter(name), DateError.All);
        if (typed.Missing is { Count: > 0 } missing)
            return state.WrongDate(key, $"{name} must include a {string.Join(" and ", missing).ToLowerInvariant()}", missing);

        var day = typed.DayNumber;
        var month = typed.MonthNumber;
        var year = typed.YearNumber;
        var unreal = new List<string>();
        if (day is null)
            unreal.Add("Day");
        if (month is null)
            unreal.Add("Month");
        if (year is null or 0)
            unreal.Add("Year");
        if (unreal.Count > 0)
            return state.WrongDate(key, $"{name} must be a real date", unreal);
        if (!typed.YearHasFourDigits)
            return state.WrongDate(key, $"{name} must include a year with 4 numbers", ["Year"]);
        if (day > DateTime.DaysInMonth(year!.Value, month!.Value))
            return state.WrongDate(key, $"{name} must be a real date", DateError.All);

        var date = new DateOnly(year.Value, month.Value, day!.Value);
        if (!(date < notBefore) && !(date > notAfter))
            return date;
        return state.WrongDate(
            key,
            (notBefore, notAfter) switch
            {
                ({ } from, { } to) => $"{name} must be between {London.Plain(from)} and {London.Plain(to)}",
                ({ } from, null) => $"{name} must be on or after {London.Plain(from)}",
                _ => $"{name} must be on or before {London.Plain(notAfter!.Value)}",
            },
            DateError.All
        );
    }

    // "Enter the title", "Enter why it is moved". What has a colon begins with somebody's own title.
    private static string Enter(string name)
    {
        if (name.Contains(": ", StringComparison.Ordinal))
            return $"Enter {name}";
        var within = name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];
        return Begun().IsMatch(within) ? $"Enter {within}" : $"Enter the {within}";
    }

    [GeneratedRegex(@"^(an?|the|your|their|how|what|when|where|which|who|why)\b")]
    private static partial Regex Begun();

    private static string Count(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static T? Wrong<T>(this ModelStateDictionary state, string key, string message)
        where T : class
    {
        state.AddModelError(key, message);
        return null;
    }

    private static T? WrongValue<T>(this ModelStateDictionary state, string key, string message)
        where T : struct
    {
        state.AddModelError(key, message);
        return null;
    }

    private static DateOnly? WrongDate(this ModelStateDictionary state, string key, string message, IReadOnlyList<string> parts)
    {
        state.AddModelError(key, message);
        if (state[key] is { } entry)
            entry.Errors[^1] = new DateError(message, parts);
        return null;
    }
}
