using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>Lower super output areas as people write them: "Leicester 023A, 023B, 023D and 023G" (seed 000).</summary>
internal static partial class Areas
{
    private static readonly string[] Districts = [.. Partnership.All.SelectMany(p => p.Districts).OrderByDescending(d => d.Length)];

    /// <summary>The same, with codes replaced by names where the table knows them: the two are one area.</summary>
    public static IReadOnlyList<string> Read(string? typed, AreaTable table) => [.. Read(typed).Select(table.NameOf).Distinct()];

    /// <summary>
    /// Every area named in a text: full names, numbers that follow a district, and codes (E01...). What is not understood is returned as
    /// typed.
    /// </summary>
    public static IReadOnlyList<string> Read(string? typed)
    {
        var areas = new List<string>();
        string? district = null;
        var (text, from) = (Remark().Replace(typed ?? "", " "), 0);
        foreach (Match found in Area().Matches(text))
        {
            var before = text[from..found.Index];
            from = found.Index + found.Length;
            areas.AddRange(Parts(before).SkipLast(1));
            var (named, rest) = DistrictAtTheEnd(Parts(before)[^1]);
            district = named ?? district;
            if (rest.Length > 0)
                areas.Add(rest);
            var area = found.Value.ToUpperInvariant();
            areas.Add(Code().IsMatch(area) || district is null ? area : $"{district} {area}");
        }
        areas.AddRange(Parts(text[from..]));
        return [.. areas.Where(a => a.Length > 0).Distinct()];
    }

    /// <summary>What is wrong with an area, or null.</summary>
    public static string? Problem(string area, Partnership partnership)
    {
        if (Code().IsMatch(area))
            return null;
        var district = Lsoa.DistrictOf(area);
        if (partnership.Districts.Contains(district))
            return null;
        return Districts.Contains(district)
            ? $"{area} is not in {partnership.Name}"
            : $"“{area}” is not an area we know. Write a district and numbers, like {partnership.Districts[0]} 001A, 001B, or a code "
                + "like E01025614";
    }

    // What stands before a number: nothing, "and", a district, or a local name and a district ("Braunstone Frith (city) - Leicester").
    private static (string? District, string Unread) DistrictAtTheEnd(string words)
    {
        if (words.EndsWith(" and", StringComparison.OrdinalIgnoreCase) && Parts(words[..^4])[^1] is var unread)
            return (null, unread);
        var after = LocalName().Replace(words.TrimEnd(' ', ':', '-', '–', '—'), "");
        var known = Districts.FirstOrDefault(d => after.Equals(d, StringComparison.OrdinalIgnoreCase));
        if (known is null && after.Any(char.IsAsciiDigit))
            return (null, after);
        return (known ?? (after.Length > 0 ? after : null), "");
    }

    private static string[] Parts(string text) =>
        [.. Separator().Split(text).Select(part => Link().Replace(part, "").Trim(' ', '\t', '\r', '.', '&', '\u00a0'))];

    // In brackets and without a number: what a place is called locally.
    [GeneratedRegex(@"\([^()\d]*\)")]
    private static partial Regex Remark();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[EW]01\d{6}(?![A-Za-z0-9])|(?<!\d)\d{3}[A-Za-z](?![A-Za-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Area();

    [GeneratedRegex(@"[,;\n]")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*(?:and\b|&)", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"^.*(?:\s[-–—]|:)\s*", RegexOptions.Singleline)]
    private static partial Regex LocalName();

    [GeneratedRegex(@"^[EW]01\d{6}\z", RegexOptions.IgnoreCase)]
    private static partial Regex Code();
}
