using Platform.Contracts;

namespace Platform.Reporting.Timelines;

/// <summary>One thing that happened, in words.</summary>
internal sealed class TimelineEntry
{
    public Guid Id { get; init; }
    public int Version { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
    public string Text { get; init; } = "";
    public string? Link { get; init; }

    /// <summary>The bid or grant that it is about: who has an interest in the bid does not see it. Null for none.</summary>
    public string? BidReference { get; init; }

    /// <summary>What it is about, beside the thing that it happened to: the return that a letter reminds of.</summary>
    public Guid About { get; init; }

    /// <summary>Whose timeline it stands on; null for nobody's.</summary>
    public Partnership? Partnership { get; init; }

    /// <summary>Whether it is for timelines alone, and no news: a letter, a save.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether partnerships do not see it.</summary>
    public bool IsOfficeOnly { get; init; }

    /// <summary>Whether somebody at the office must do something about it.</summary>
    public bool IsAlert { get; init; }

    /// <summary>What an alert is about: of several about the same, the newest says enough.</summary>
    public string Topic { get; init; } = "";
}
