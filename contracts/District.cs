namespace Platform.Contracts;

/// <summary>A local authority district. Source: <c>contracts/areas/README.md</c>.</summary>
/// <param name="Code">The ONS code: "E07000133".</param>
/// <param name="Name">Its name, with which the names of its LSOAs begin: "Melton".</param>
/// <param name="Council">Its council: "Melton Borough Council".</param>
/// <param name="Organisation">The council's org-id.guide identifier: "GB-LAE-MEL"; empty where it has none.</param>
public sealed record District(string Code, string Name, string Council, string Organisation)
{
    /// <summary>
    /// Every district of this police area, in order of name. Data: <c>contracts/areas/districts.csv</c>, or the file of that name in the
    /// folder that the environment variable <c>Areas__Folder</c> names.
    /// </summary>
    public static IReadOnlyList<District> All { get; } =
    [
        .. DataFiles
            .OfAreas("districts.csv")
            .Select(row => new District(row["code"], row["name"], row["council"], row["organisation_id"]))
            .OrderBy(district => district.Name, StringComparer.Ordinal),
    ];

    /// <summary>The district with that name or code.</summary>
    /// <returns>Null where there is none.</returns>
    public static District? Find(string nameOrCode) => All.FirstOrDefault(d => d.Code == nameOrCode || d.Name == nameOrCode);
}
