namespace Platform.Notifications.Templates;

/// <summary>
/// A template as an administrator saved it. The newest is what letters are written from; none before the first means the one that is
/// built in.
/// </summary>
internal sealed class TemplateVersion
{
    /// <summary>"return-overdue".</summary>
    public string Name { get; init; } = "";

    /// <summary>From 1; 0 is the one that is built in.</summary>
    public int Version { get; init; }
    public string Subject { get; init; } = "";
    public string Body { get; init; } = "";
    public DateTimeOffset SavedAt { get; init; }
    public Guid SavedById { get; init; }
    public string SavedBy { get; init; } = "";
}
