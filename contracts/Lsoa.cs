using System.Text.RegularExpressions;

namespace Platform.Contracts;

/// <summary>Lower super output areas (LSOAs), by name, "Leicester 023A", or by code, "E01013724".</summary>
public static partial class Lsoa
{
    /// <summary>The district that an area's name begins with: "Leicester".</summary>
    /// <returns>Empty for a code, and for what is not an area's name.</returns>
    public static string DistrictOf(string area) => Named().Match(area).Groups["district"].Value;

    [GeneratedRegex(@"^(?<district>[A-Za-z .'’-]+) \d{3}[A-Z]$")]
    private static partial Regex Named();
}
