namespace Platform.Reporting.Figures;

/// <summary>A row that events fill: it keeps the newest version that has been seen.</summary>
internal interface IRow
{
    Guid Id { get; init; }
    int Version { get; set; }
}
