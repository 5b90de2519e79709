namespace Platform.Gateway.SignIn;

/// <summary>A browser in which somebody has signed in: its cookie holds a reference of which this is the hash.</summary>
internal sealed class KnownDevice
{
    private KnownDevice() { }

    public string Id { get; private init; } = "";

    public Guid UserId { get; private init; }

    /// <summary>When somebody last signed in there (UTC).</summary>
    public DateTimeOffset LastAt { get; private set; }

    public static KnownDevice Of(string id, Guid userId, DateTimeOffset now) =>
        new()
        {
            Id = id,
            UserId = userId,
            LastAt = now,
        };

    public void Use(DateTimeOffset now) => LastAt = now;
}
