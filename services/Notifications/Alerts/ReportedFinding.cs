namespace Platform.Notifications.Alerts;

/// <summary>Something that was changed behind the platform's back, as a service reported it, and how it was mended.</summary>
internal sealed class ReportedFinding
{
    /// <summary>The finding, in the service that found it.</summary>
    public Guid Id { get; init; }

    /// <summary>The service whose data it is: "bids".</summary>
    public string Service { get; init; } = "";

    /// <summary>What was found.</summary>
    public string Words { get; init; } = "";

    /// <summary>When it was found first (UTC).</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How it was mended; null while nobody has said so.</summary>
    public string? How { get; set; }

    /// <summary>Who said so, by name.</summary>
    public string? MendedBy { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? MendedAt { get; set; }
}
