using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Rebuild;

/// <summary>One service's log, asked for page by page to fill the read tables anew.</summary>
internal sealed class LogReplay : Aggregate
{
    /// <summary>
    /// What the tables are filled with: one more wherever an older filling lacks something, and they are filled anew by themselves.
    /// </summary>
    public const int CurrentTables = 3;

    /// <summary>So many events that could not be kept are named: a fault of the platform leaves out thousands.</summary>
    public const int Named = 20;

    private const int Page = 1000;

    private LogReplay() { }

    public string Source { get; private init; } = "";

    /// <summary>The <see cref="CurrentTables"/> that it fills.</summary>
    public int Tables { get; private init; }
    public IReadOnlyList<string> Types { get; private init; } = [];
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it last came further, was stopped or ended.</summary>
    public DateTimeOffset MovedAt { get; private set; }
    public ReplayState State { get; private set; }
    public Guid? After { get; private set; }
    public Guid? Until { get; private set; }
    public long Handled { get; private set; }

    /// <summary>How many there are; null until the first page has come.</summary>
    public long? Total { get; private set; }

    /// <summary>Events that could not be kept, each with the reason; the first <see cref="Named"/> of <see cref="LeftOutCount"/>.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];
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

    /// <summary>Nothing has ever happened: what is filled from now on is complete.</summary>
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

    /// <summary>Whether a page is the one that was asked for: a page that comes twice, or after a stop, is not.</summary>
    public bool Expects(LogPage page) => State == ReplayState.Running && page.After == After;

    /// <summary>A page has been kept, but for what is left out.</summary>
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
