namespace Platform.Notifications.Contacts;

/// <summary>How an officer wants to get letters.</summary>
internal sealed class Preference
{
    /// <summary>Whose it is, by user id.</summary>
    public Guid UserId { get; init; }

    /// <summary>Whether they get one letter each working day, instead of one for each thing that happens.</summary>
    public bool DailyDigest { get; set; }

    /// <summary>When they last chose (UTC).</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
