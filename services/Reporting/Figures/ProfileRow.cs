using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Figures;

/// <summary>A partnership's priorities for a time.</summary>
internal sealed class ProfileRow : IRow, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Partnership Partnership { get; set; } = null!;

    /// <summary>The first day on which it holds.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly To { get; set; }

    /// <summary>Their names, as they are listed.</summary>
    public string[] Priorities { get; set; } = [];
}
