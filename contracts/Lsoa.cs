using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Contracts;

/// <summary>
/// A lower layer super output area (LSOA): the small area, of about 1,500 people, for which crime and need are measured. Source: Office
/// for National Statistics, <c>contracts/areas/README.md</c>.
/// </summary>
/// <param name="Code">The ONS code: "E01025614".</param>
/// <param name="Name">The name, which begins with its district's: "Melton 001A".</param>
/// <param name="Censuses">The censuses that have it: 2011, 2021 or both.</param>
/// <param name="District">The local authority district that it is in.</param>
/// <param name="MiddleCode">The ONS code of the middle layer area (MSOA) that it is part of: "E02005348".</param>
/// <param name="Ward">The 2025 ward that its centre point is in.</param>
/// <param name="Place">What people call that part of town: the House of Commons Library's name for its middle layer area (MSOA).</param>
/// <param name="Middle">A point inside it, near its centre: longitude and latitude (WGS 84).</param>
/// <param name="Related">The codes of the areas that replaced it in 2021, or that it replaced; empty where nothing changed.</param>
public sealed partial record Lsoa(
    string Code,
    string Name,
    IReadOnlyList<int> Censuses,
    District District,
    string MiddleCode,
    string Ward,
    string Place,
    (double Longitude, double Latitude) Middle,
    IReadOnlyList<string> Related
)
{
    private static readonly FrozenDictionary<string, Lsoa> Known = Load()
        .SelectMany(area => new[] { KeyValuePair.Create(area.Code, area), KeyValuePair.Create(area.Name, area) })
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Every known area, in order of name. Data: <c>contracts/areas/lsoa.csv</c>, or the file of that name in the folder that the
    /// environment variable <c>Areas__Folder</c> names.
    /// </summary>
    public static IReadOnlyList<Lsoa> All { get; } = [.. Known.Values.Distinct().OrderBy(area => area.Name, StringComparer.Ordinal)];

    /// <summary>The area with that name or code, in upper or lower case.</summary>
    /// <returns>Null where there is none.</returns>
    public static Lsoa? Find(string area) => Known.GetValueOrDefault(area);

    /// <summary>The number of the middle layer area (MSOA) that it is part of: "001".</summary>
    public string Number => Name[^4..^1];

    /// <summary>Whether that census has it; true where no census is named.</summary>
    public bool IsOf(int? census) => census is null || Censuses.Contains(census.Value);

    /// <summary>The district that an area's name begins with, whether or not the area is known: "Leicester".</summary>
    /// <returns>Empty for a code, and for anything that is not the name of an area.</returns>
    public static string DistrictOf(string area) => Named().Match(area).Groups["district"].Value;

    [GeneratedRegex(@"^(?<district>[A-Za-z .'’-]+) \d{3}[A-Z]$")]
    private static partial Regex Named();

    private static List<Lsoa> Load() =>
        [
            .. DataFiles
                .OfAreas("lsoa.csv")
                .Select(row => new Lsoa(
                    row["code"],
                    row["name"],
                    [.. row["vintage"].Split(' ').Select(year => int.Parse(year, CultureInfo.InvariantCulture))],
                    District.Find(row["district_code"])
                        ?? throw new InvalidDataException($"districts.csv has no {row["district_code"]}, in which {row["name"]} lies."),
                    row["msoa_code"],
                    row["ward"],
                    row["place"],
                    (Degrees(row["longitude"]), Degrees(row["latitude"])),
                    row["replaces_or_replaced_by"].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                )),
        ];

    private static double Degrees(string typed) => double.Parse(typed, CultureInfo.InvariantCulture);
}
