namespace Platform.Notifications.Letters;

/// <summary>
/// That what was asked about a thing is done or no longer wanted, as of which of its versions: letters that asked for it at an earlier
/// version are not sent any more.
/// </summary>
internal sealed class Settled
{
    private Settled() { }

    /// <summary>The return, bid, extension, assessment or decision record.</summary>
    public Guid Id { get; private init; }

    /// <summary>The newest version at which it was; a concurrency token.</summary>
    public int Version { get; private set; }

    public static Settled At(Guid id, int version) => new() { Id = id, Version = version };

    public void Take(int version) => Version = Math.Max(Version, version);
}
