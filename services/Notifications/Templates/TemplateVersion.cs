namespace Platform.Notifications.Templates;

/// <summary>A template as an administrator saved it. Letters use the newest; without one, the built-in wording.</summary>
internal sealed class TemplateVersion
{
    /// <summary>"return-overdue".</summary>
    public string Name { get; init; } = "";

    /// <summary>Counts from 1; 0 is the built-in one.</summary>
    public int Version { get; init; }

    /// <summary>The subject, with fields in double braces.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The body, with fields in double braces.</summary>
    public string Body { get; init; } = "";

    /// <summary>When it was saved (UTC).</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Who saved it, by user id.</summary>
    public Guid SavedById { get; init; }

    /// <summary>Who saved it, by name.</summary>
    public string SavedBy { get; init; } = "";
}
