namespace Platform.Notifications.Delivery;

/// <summary>That a letter's handover to a provider began; gone once the letter says how it ended.</summary>
internal sealed class Handover
{
    public Guid LetterId { get; init; }
    public DateTimeOffset BegunAt { get; init; }
}
