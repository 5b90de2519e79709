using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Rebuild;

/// <summary>A rebuild from one service's log, page by page.</summary>
internal sealed class LogReplay : Aggregate
{
    /// <summary>
    /// The version of the code that fills the tables. Raise it if older code left something out: the tables are then rebuilt automatically.
    /// </summary>
    public const int CurrentTables = 7;

    /// <summary>How many of the events that could not be kept are named: a fault in the platform may leave out thousands.</summary>
    public const int Named = 20;

    private const int Page = 1000;

    private LogReplay() { }

    /// <summary>The service whose log is read.</summary>
    public string Source { get; private init; } = "";

    /// <summary>The <see cref="CurrentTables"/> that it fills.</summary>
    public int Tables { get; private init; }

    /// <summary>The kinds of event that are asked for.</summary>
    public IReadOnlyList<string> Types { get; private init; } = [];

    /// <summary>When it began (UTC).</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it last made progress, was stopped or ended (UTC).</summary>
    public DateTimeOffset MovedAt { get; private set; }

    /// <summary>Whether it is running, or how it ended.</summary>
    public ReplayState State { get; private set; }

    /// <summary>The last event read; null before the first.</summary>
    public Guid? After { get; private set; }

    /// <summary>The last event to read: the newest when it began.</summary>
    public Guid? Until { get; private set; }

    /// <summary>How many events have been read.</summary>
    public long Handled { get; private set; }

    /// <summary>How many there are; null until the first page has come.</summary>
    public long? Total { get; private set; }

    /// <summary>Events that could not be kept, each with the reason; the first <see cref="Named"/> of <see cref="LeftOutCount"/>.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];

    /// <summary>How many events no table could keep.</summary>
    public int LeftOutCount { get; private set; }

    public static LogReplay Start(string source, IReadOnlyList<string> types, Person by, DateTimeOffset at)
    {
        var replay = new LogReplay
        {
            Source = source,
            Tables = CurrentTables,
            Types = types,
            StartedAt = at,
        };
        replay.Ask(by, at);
        return replay;
    }

    /// <summary>A rebuild that is not needed, because there are no events yet: what is filled from now on is complete.</summary>
    public static LogReplay Unneeded(string source, DateTimeOffset at) =>
        new()
        {
            Source = source,
            Tables = CurrentTables,
            StartedAt = at,
            MovedAt = at,
            State = ReplayState.Done,
            Total = 0,
        };

    /// <summary>Asks for the next page.</summary>
    public void Ask(Person by, DateTimeOffset at)
    {
        (State, MovedAt) = (ReplayState.Running, at);
        Raise(v => new ReplayRequested(Id, v, at, by, new(Source, Types, After, Until, Page)));
    }

    /// <summary>Whether a page is the one that was asked for; one that comes twice, or after a stop, is not.</summary>
    public bool Expects(LogPage page) => State == ReplayState.Running && page.After == After;

    /// <summary>Records that a page has been kept, except for what was left out.</summary>
    public void Advance(LogPage page, IReadOnlyCollection<string> leftOut, DateTimeOffset at)
    {
        if (leftOut.Count > 0)
            (LeftOut, LeftOutCount) = ([.. LeftOut.Concat(leftOut).Take(Named)], LeftOutCount + leftOut.Count);
        After = page.Last ?? After;
        Until = page.Until;
        Handled = Handled + page.Count;
        Total = page.Total ?? Total;
        MovedAt = at;
        if (page.Count < Page)
            State = ReplayState.Done;
        else
            Ask(Person.Platform, at);
    }

    public void Stop(DateTimeOffset at)
    {
        if (State == ReplayState.Running)
            (State, MovedAt) = (ReplayState.Stopped, at);
    }
}

internal enum ReplayState
{
    Running,
    Stopped,
    Done,
}
