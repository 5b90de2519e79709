using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Bids.Model;

/// <summary>Lower super output areas as people write them: "Leicester 023A, 023B, 023D and 023G" (seed 000).</summary>
internal static partial class Areas
{
    /// <summary>Every area named in a text: full names, numbers that follow on a district, and codes (E01...). What is not understood comes back as typed.</summary>
    public static IReadOnlyList<string> Read(string? typed)
    {
        var areas = new List<string>();
        string? district = null;
        // A line may begin with what the area is called locally: "Westcotes (City) - Leicester 023A".
        var text = LocalName().Replace(typed ?? "", "");
        foreach (var part in Separator().Split(text).Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            var match = Named().Match(part);
            if (match.Success && match.Groups["district"].Value.Trim() is { Length: > 0 } named) district = named;
            areas.Add(match.Success && district is not null ? $"{Spelling(district)} {match.Groups["number"].Value.ToUpperInvariant()}" : Code().IsMatch(part) ? part.ToUpperInvariant() : part);
        }
        return [.. areas.Distinct()];
    }

    /// <summary>What is wrong with an area, or null.</summary>
    public static string? Problem(string area, Partnership partnership)
    {
        if (Code().IsMatch(area)) return null;
        var match = Named().Match(area);
        var district = match.Success ? match.Groups["district"].Value.Trim() : "";
        if (partnership.Districts.Contains(district)) return null;
        return Partnership.All.Any(p => p.Districts.Contains(district))
            ? $"{area} is not in {partnership.Name}"
            : $"“{area}” is not an area we know. Write a district and numbers, like {partnership.Districts[0]} 001A, 001B, or a code like E01025614";
    }

    private static string Spelling(string district) =>
        Partnership.All.SelectMany(p => p.Districts).FirstOrDefault(d => d.Equals(district, StringComparison.OrdinalIgnoreCase)) ?? district;

    [GeneratedRegex(@"^\s*[^,;\n]*?(?:\s[-–]\s|:)\s*", RegexOptions.Multiline)]
    private static partial Regex LocalName();

    [GeneratedRegex(@"[,;\n]|\s+and\s+(?=\d{3}[A-Za-z]\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?<district>[A-Za-z .'’-]*?)\s*(?<number>\d{3}[A-Za-z])\.?$")]
    private static partial Regex Named();

    [GeneratedRegex(@"^[EW]01\d{6}$", RegexOptions.IgnoreCase)]
    private static partial Regex Code();
}
