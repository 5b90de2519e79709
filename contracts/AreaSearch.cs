using System.Text.RegularExpressions;

namespace Platform.Contracts;

/// <summary>Finds areas by the names of wards, places and districts, for people who do not know the codes.</summary>
public static partial class AreaSearch
{
    /// <summary>The names of every district, from the partnerships and from the table of districts.</summary>
    public static IReadOnlyList<string> Districts { get; } =
    [.. Partnership.All.SelectMany(p => p.Districts).Union(District.All.Select(d => d.Name))];

    /// <summary>
    /// Whether two names mean the same: case, hyphens, apostrophes and "&amp;" for "and" make no difference, nor do words such as "ward",
    /// "district" and "the whole of".
    /// </summary>
    public static bool Same(string one, string other) => Plain(one) == Plain(other);

    /// <summary>The areas whose ward, place or own name contains what was typed, and the one with that code.</summary>
    /// <param name="typed">"loughborough garendon", "Wigston", "001", "the whole district".</param>
    /// <param name="districts">The districts to look in, by name.</param>
    /// <returns>Areas of both censuses, in order of name; none where nothing was typed.</returns>
    public static IReadOnlyList<Lsoa> Find(string? typed, IReadOnlyList<string> districts)
    {
        var words = TypedText.Line(typed);
        if (!words.Any(char.IsLetterOrDigit))
            return [];
        // Whole words first: "Leicester" does not find "North West Leicestershire", but "Leic" finds both.
        var plain = " " + Plain(words);
        return Find(plain + " ") is { Count: > 0 } found ? found : Find(plain);

        List<Lsoa> Find(string part)
        {
            bool Says(string name) => $" {Plain(name)} ".Contains(part, StringComparison.Ordinal);
            return
            [
                .. Lsoa
                    .All.Where(a => Says(a.Name) || Says(a.Place) || a.Code.Equals(words, StringComparison.OrdinalIgnoreCase))
                    .Union(Ward.All.Where(ward => Says(ward.Name)).SelectMany(ward => ward.Areas))
                    .Where(a => districts.Contains(a.District.Name))
                    .OrderBy(a => a.Name, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>The areas of the district with exactly that name, or else of the wards and places with it.</summary>
    /// <returns>Areas of both censuses, in order of name; none where nothing has that name.</returns>
    public static IReadOnlyList<Lsoa> Named(string typed) =>
        Lsoa.All.Where(a => Same(a.District.Name, typed)).ToList() is { Count: > 0 } district
            ? district
            :
            [
                .. Ward
                    .All.Where(ward => Same(ward.Name, typed))
                    .SelectMany(ward => ward.Areas)
                    .Union(Lsoa.All.Where(a => Same(a.Place, typed)))
                    .OrderBy(a => a.Name, StringComparer.Ordinal),
            ];

    // "The whole of Melton" and "Melton district" become "melton". "The whole district" becomes "", which every name contains.
    private static string Plain(string name) =>
        White().Replace(Unsaid().Replace(name.ToLowerInvariant().Replace("&", " and "), " "), " ").Replace("'", "").Replace("’", "").Trim();

    [GeneratedRegex(@"[^\w'’]|_|\b(?:the|whole|all|entire|of|district|ward)\b")]
    private static partial Regex Unsaid();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
