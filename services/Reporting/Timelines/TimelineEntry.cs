using Platform.Contracts;

namespace Platform.Reporting.Timelines;

/// <summary>One thing that happened, in words.</summary>
internal sealed class TimelineEntry
{
    public Guid Id { get; init; }
    public int Version { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who did it, by name; empty for the platform.</summary>
    public string By { get; init; } = "";

    /// <summary>What happened, in words.</summary>
    public string Text { get; init; } = "";

    /// <summary>The page about it.</summary>
    public string? Link { get; init; }

    /// <summary>The bid or grant that it is about; null for none. Whoever declared an interest in the bid does not see the entry.</summary>
    public string? BidReference { get; init; }

    /// <summary>The thing that it is about: the event's own, or the one that a letter is about.</summary>
    public Guid About { get; init; }

    /// <summary>The partnership whose timeline it is on; null for none.</summary>
    public Partnership? Partnership { get; init; }

    /// <summary>Whether it is not news, and is for timelines only: a letter, a save.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether it is hidden from partnerships.</summary>
    public bool IsOfficeOnly { get; init; }

    /// <summary>Whether somebody at the office must do something about it.</summary>
    public bool IsAlert { get; init; }

    /// <summary>What an alert is about. Of several alerts about the same topic, only the newest is shown.</summary>
    public string Topic { get; init; } = "";
}
