using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Figures;

/// <summary>A partnership's priorities for a period.</summary>
internal sealed class ProfileRow : IRow, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Partnership Partnership { get; set; } = null!;

    /// <summary>The first day that it is for.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day that it is for.</summary>
    public DateOnly To { get; set; }

    /// <summary>The names of the priorities, in the profile's order.</summary>
    public string[] Priorities { get; set; } = [];
}
