using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Papers;

/// <summary>
/// A paper for a board: figures frozen at an instant, and an officer's words. Once issued, it never changes: a change needs a new paper.
/// </summary>
internal sealed class BoardPaper : Aggregate
{
    public const int LongestText = 10_000;

    private BoardPaper() { }

    /// <summary>Its number; papers are numbered from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Its heading.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The board that it is for.</summary>
    public string Meeting { get; private set; } = "";

    /// <summary>The day on which the board meets.</summary>
    public DateOnly MeetingOn { get; private set; }

    /// <summary>When its figures were frozen (UTC).</summary>
    public DateTimeOffset AsAt { get; private set; }

    /// <summary>Draft, issued or discarded.</summary>
    public BoardPaperState State { get; private set; }

    /// <summary>The figures as they were frozen.</summary>
    public PaperFigures Figures { get; private set; } = null!;

    /// <summary>The officer's own words, by part.</summary>
    public IReadOnlyList<PaperWords> Words { get; private set; } = [];

    /// <summary>Which of two ends of delivery is right, where an officer has said so.</summary>
    public IReadOnlyList<SettledEnd> Settled { get; private set; } = [];

    /// <summary>What the check found when it was issued; empty until then.</summary>
    public IReadOnlyList<PaperFlag> Flags { get; private set; } = [];

    /// <summary>What it says, word for word, once it is issued, because a later release may word things differently.</summary>
    public IReadOnlyList<PaperBlock> AsIssued { get; private set; } = [];

    /// <summary>When it was issued (UTC); null until then.</summary>
    public DateTimeOffset? IssuedAt { get; private set; }

    /// <summary>Who issued it, by name; empty until then.</summary>
    public string IssuedBy { get; private set; } = "";

    public string Address => $"/reports/papers/{Number}";

    /// <summary>Begins a paper with the background and contact officer of the last one, if any.</summary>
    public static BoardPaper Draft(
        int number,
        PaperAbout about,
        PaperFigures figures,
        BoardPaper? last,
        Person by,
        DateTimeOffset at,
        Guid? id = null
    )
    {
        var paper = new BoardPaper { Id = id ?? Guid.CreateVersion7(), Number = number };
        paper.Take(about);
        (paper.Figures, paper.AsAt) = (figures, figures.At);
        paper.Words =
        [
            .. (last?.Words ?? [])
                .Where(w => w.Part is PaperParts.Background or PaperParts.Contact)
                .Select(w => w with { By = by, At = at, Version = 1 }),
            .. last?.WordsOn(PaperParts.Contact) is null
                ? [new PaperWords(PaperParts.Contact, false, by.Name, by, at, 1)]
                : Array.Empty<PaperWords>(),
            new(PaperParts.LocalAreas, false, "Not applicable.", by, at, 1),
            new(PaperParts.Recommendations, false, "This report is for the board to note.", by, at, 1),
        ];
        paper.Raise(v => new BoardPaperDrafted(paper.Id, v, at, by, paper.Details));
        return paper;
    }

    public PaperWords? WordsOn(string part) => Words.FirstOrDefault(w => w.Part == part);

    /// <summary>Whether it is a draft with this very title and meeting.</summary>
    public bool IsDescribed(PaperAbout about) =>
        State == BoardPaperState.Draft
        && (Title, Meeting, MeetingOn) == (TypedText.Tidy(about.Title), TypedText.Tidy(about.Meeting), about.MeetingOn);

    public Result Describe(PaperAbout about, Person by, DateTimeOffset at)
    {
        if (MayChange() is { IsDone: false } refused)
            return refused;
        if (about.Problems() is { Count: > 0 } problems)
            return Result.Of(problems);
        Take(about);
        Raise(v => new BoardPaperDrafted(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Saves words on one part. Stale only if somebody else has written on the same part since it was read.</summary>
    public Result Write(string part, bool replaces, string? typed, int readVersion, Person by, DateTimeOffset at)
    {
        if (!Figures.Has(part) && WordsOn(part) is null)
            return Result.NotFound;
        if (MayChange() is { IsDone: false } refused)
            return refused;
        var (text, before) = (TypedText.Tidy(typed), WordsOn(part));
        if (text.Length > LongestText)
            return Result.Of([new("Text", $"Your words must be {LongestText:N0} characters or less")]);
        replaces = replaces && PaperParts.IsFromData(part);
        if (replaces && text.Length == 0)
            return Result.Of([new("Text", "Enter what the paper is to say instead")]);
        if (before is not null && before.Text == text && before.Replaces == replaces)
            return Result.Done;
        if (before?.Version > readVersion)
            return Result.Stale;
        Words = [.. Words.Where(w => w.Part != part), new(part, replaces, text, by, at, Version + 1)];
        Raise(v => new BoardPaperDrafted(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Settles which of two ends of delivery is right: the grant's, or the one that the words give.</summary>
    public Result Settle(string key, bool? asGranted, Person by, DateTimeOffset at)
    {
        if (MayChange() is { IsDone: false } refused)
            return refused;
        if (StatedEnds.Of(this).All(e => e.Key != key))
            return Result.NotFound;
        if (asGranted is not { } granted)
            return Result.Of([new("AsGranted", "Select which date is right")]);
        Settled = [.. Settled.Where(s => s.Key != key), new(key, granted, by, at)];
        Raise(v => new BoardPaperDrafted(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Replaces the frozen figures. Words stay.</summary>
    public Result Refresh(PaperFigures figures, Person by, DateTimeOffset at)
    {
        if (MayChange() is { IsDone: false } refused)
            return refused;
        (Figures, AsAt) = (figures, figures.At);
        Raise(v => new BoardPaperDrafted(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <param name="flags">What the check found.</param>
    /// <param name="acknowledged">Whether the officer has read the flags.</param>
    /// <param name="by">The officer.</param>
    /// <param name="at">When.</param>
    public Result Issue(IReadOnlyList<PaperFlag> flags, bool acknowledged, Person by, DateTimeOffset at)
    {
        if (State == BoardPaperState.Issued)
            return Result.Done;
        if (MayChange() is { IsDone: false } refused)
            return refused;
        if (flags.Count > 0 && !acknowledged)
            return Result.Of([new("Acknowledged", "Select that you have read what the check found, or put it right first")]);
        AsIssued = [.. PaperDocument.Of(this).Where(b => b is not PaperPlace)];
        State = BoardPaperState.Issued;
        Flags = flags;
        IssuedAt = at;
        IssuedBy = by.Name;
        Raise(v => new BoardPaperIssued(Id, v, at, by, Details));
        return Result.Done;
    }

    public Result Discard(Person by, DateTimeOffset at)
    {
        if (State == BoardPaperState.Discarded)
            return Result.Done;
        if (MayChange() is { IsDone: false } refused)
            return refused;
        State = BoardPaperState.Discarded;
        Raise(v => new BoardPaperDiscarded(Id, v, at, by, Details));
        return Result.Done;
    }

    private Result MayChange() =>
        State switch
        {
            BoardPaperState.Issued => Result.Refused("paper-issued", "This paper has been issued. Begin a new one instead"),
            BoardPaperState.Discarded => Result.Refused("paper-discarded", "This draft has been discarded. Begin a new one instead"),
            _ => Result.Done,
        };

    private void Take(PaperAbout about)
    {
        Title = TypedText.Line(about.Title);
        Meeting = TypedText.Line(about.Meeting);
        MeetingOn = about.MeetingOn!.Value;
    }

    private BoardPaperDetails Details => new(Number, Title, Meeting, MeetingOn, AsAt, State);
}
