using System.Globalization;

namespace Platform.Contracts;

/// <summary>An electoral ward, as in 2025. Source: <c>contracts/areas/README.md</c>.</summary>
/// <param name="Name">"Wigston Meadowcourt".</param>
/// <param name="District">The district that it is in.</param>
/// <param name="Areas">The areas of both censuses whose centre point is in it; where there is none, the nearest in its district.</param>
public sealed record Ward(string Name, District District, IReadOnlyList<Lsoa> Areas)
{
    /// <summary>
    /// Every ward of this police area, in order of name. Data: <c>contracts/areas/wards.csv</c>, or the file of that name in the folder
    /// that the environment variable <c>Areas__Folder</c> names.
    /// </summary>
    public static IReadOnlyList<Ward> All { get; } =
    [.. DataFiles.OfAreas("wards.csv").Select(Read).OrderBy(ward => ward.Name, StringComparer.Ordinal)];

    private static Ward Read(IReadOnlyDictionary<string, string> row)
    {
        var inDistrict = Lsoa.All.Where(area => area.District.Code == row["district_code"]).ToList();
        List<Lsoa> own = [.. inDistrict.Where(area => area.Ward == row["name"])];
        if (own.Count == 0 && inDistrict.Count > 0)
            own.Add(inDistrict.MinBy(area => Far(area, row))!);
        return new(row["name"], District.Find(row["district_code"])!, own);
    }

    // The square of the distance. At this latitude, a degree of longitude is about 0.6 of a degree of latitude.
    private static double Far(Lsoa area, IReadOnlyDictionary<string, string> row) =>
        Math.Pow((area.Middle.Longitude - Degrees(row["longitude"])) * 0.6, 2)
        + Math.Pow(area.Middle.Latitude - Degrees(row["latitude"]), 2);

    private static double Degrees(string typed) => double.Parse(typed, CultureInfo.InvariantCulture);
}
