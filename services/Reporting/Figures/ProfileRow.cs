using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Figures;

/// <summary>What a partnership has to deal with first, for a time.</summary>
internal sealed class ProfileRow : IRow, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Partnership Partnership { get; set; } = null!;
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }

    /// <summary>Their names, as they are listed.</summary>
    public string[] Priorities { get; set; } = [];
}
