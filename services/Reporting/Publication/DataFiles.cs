namespace Platform.Reporting.Publication;

/// <summary>Everything that is published as CSV.</summary>
internal static class DataFiles
{
    public static readonly IReadOnlyList<DataFile> All =
    [
        GrantFiles.Grants,
        GrantFiles.GrantYears,
        GrantFiles.Interventions,
        GrantFiles.Targets,
        ReturnFiles.Returns,
        ReturnFiles.Figures,
        ReturnFiles.Assets,
        RegisterFiles.Rounds,
        RegisterFiles.Decisions,
        StatutoryFiles.Grants,
    ];

    /// <summary>The tables that the 360Giving file is read from.</summary>
    public static readonly IReadOnlyList<string> Of360Giving = ["grants", "grant_documents", "grant_areas", "decisions", "bids"];

    public static DataFile? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
