namespace Platform.Reporting.Figures;

/// <summary>A row that events fill. It keeps the newest version seen.</summary>
internal interface IRow
{
    Guid Id { get; init; }
    int Version { get; set; }
}
