namespace Platform.Notifications.Delivery;

/// <summary>A note that a letter's handover to a provider has begun; deleted once the letter says how it ended.</summary>
internal sealed class Handover
{
    /// <summary>The letter.</summary>
    public Guid LetterId { get; init; }

    /// <summary>When it began (UTC).</summary>
    public DateTimeOffset BegunAt { get; init; }
}
