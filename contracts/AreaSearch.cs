using System.Text.RegularExpressions;

namespace Platform.Contracts;

/// <summary>Finds areas by the names of wards, places and districts, for people who know no codes.</summary>
public static partial class AreaSearch
{
    /// <summary>Every district, as partnerships and the table of districts name them.</summary>
    public static IReadOnlyList<string> Districts { get; } =
    [.. Partnership.All.SelectMany(p => p.Districts).Union(District.All.Select(d => d.Name))];

    /// <summary>
    /// Whether two names are one: case, hyphens, apostrophes and "&amp;" for "and" make no difference, nor do the words "ward", "district"
    /// and "the whole of".
    /// </summary>
    public static bool Same(string one, string other) => Plain(one) == Plain(other);

    /// <summary>The areas of every ward, place and district whose name contains some words, and those so named or numbered.</summary>
    /// <param name="typed">"loughborough garendon", "Wigston", "001", "the whole district".</param>
    /// <param name="districts">Where to look.</param>
    /// <returns>By name, of both censuses; none where nothing was typed.</returns>
    public static IReadOnlyList<Lsoa> Find(string? typed, IReadOnlyList<string> districts)
    {
        var words = TypedText.Line(typed);
        if (!words.Any(char.IsLetterOrDigit))
            return [];
        // "Leicester" is not "North West Leicestershire", but "Leic" may be either.
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

    /// <summary>The areas of the ward, the place or the district of that very name.</summary>
    /// <returns>By name, of both censuses; none where nothing is called so.</returns>
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

    // "The whole of Melton", "Melton district" and "Melton" are one, and "the whole district" is the empty name, which all contain.
    private static string Plain(string name) =>
        White().Replace(Unsaid().Replace(name.ToLowerInvariant().Replace("&", " and "), " "), " ").Replace("'", "").Replace("’", "").Trim();

    [GeneratedRegex(@"[^\w'’]|_|\b(?:the|whole|all|entire|of|district|ward)\b")]
    private static partial Regex Unsaid();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
