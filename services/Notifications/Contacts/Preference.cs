namespace Platform.Notifications.Contacts;

/// <summary>How an officer wants to be written to.</summary>
internal sealed class Preference
{
    public Guid UserId { get; init; }

    /// <summary>One letter each working day, in place of one for each thing that happens.</summary>
    public bool DailyDigest { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}
