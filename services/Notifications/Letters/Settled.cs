namespace Platform.Notifications.Letters;

/// <summary>
/// A note that what letters ask for about a thing is done or no longer wanted, and as of which version: letters written at an earlier
/// version are no longer sent.
/// </summary>
internal sealed class Settled
{
    private Settled() { }

    /// <summary>The id of the return, bid, extension, assessment or decision record.</summary>
    public Guid Id { get; private init; }

    /// <summary>The newest version at which it was settled; a concurrency token.</summary>
    public int Version { get; private set; }

    public static Settled At(Guid id, int version) => new() { Id = id, Version = version };

    public void Take(int version) => Version = Math.Max(Version, version);
}
