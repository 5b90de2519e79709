using Platform.Bids.Model.Sections;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Model;

/// <summary>A partnership's request for money in a round. Bid.Lifecycle.cs has what happens to it after it was written.</summary>
internal sealed partial class Bid : Aggregate, IOfPartnership
{
    private Bid() { }

    public Guid RoundId { get; private init; }
    public string Reference { get; private init; } = "";
    public Partnership Partnership { get; private init; } = null!;
    public BidState State { get; private set; }
    public BidContent Content { get; private set; } = new();

    /// <summary>Of what was last submitted, as columns: the board reads them without the content, and nothing of a draft.</summary>
    public string SubmittedTitle { get; private set; } = "";

    /// <inheritdoc cref="SubmittedTitle"/>
    public Money SubmittedTotal { get; private set; }

    /// <summary>What of it is for priorities of the Problem Profile.</summary>
    public Money SubmittedPriority { get; private set; }

    /// <summary>Not part of the content: no address leaves this service in a message.</summary>
    public BidContacts Contacts { get; private set; } = new();

    /// <summary>When each part was last saved, by <see cref="SectionAnswers.Part"/>.</summary>
    public IReadOnlyDictionary<string, SavedPart> Parts { get; private set; } = new Dictionary<string, SavedPart>();
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>What it is judged by: kept when it is sent back and submitted again.</summary>
    public DateTimeOffset? FirstSubmittedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public Person? SubmittedBy { get; private set; }
    public string? Hash { get; private set; }
    public IReadOnlyList<SectionNote> SentBack { get; private set; } = [];
    public DateTimeOffset? AnswerBy { get; private set; }
    public Decision? Decision { get; private set; }
    public string? DecisionReference { get; private set; }

    /// <summary>Begins a bid: an empty one, or with what was copied from an earlier one.</summary>
    public static (Bid? Bid, Result Result) Start(
        BiddingWindow window, Partnership partnership, int number, Person by, DateTimeOffset at, Guid? id = null, BidContent? content = null, BidContacts? contacts = null)
    {
        var round = window.Round;
        if (!round.Invites(partnership)) return (null, Result.Refused("not-invited", $"{round.Name} is not open to {partnership.Name}"));
        if (!window.IsOpenAt(at)) return (null, window.NotOpen(at));
        var bid = new Bid { Id = id ?? Guid.CreateVersion7(), RoundId = round.Id, Reference = $"{round.Reference}-{partnership.Code}-{number:00}", Partnership = partnership, StartedAt = at, Content = content ?? new(), Contacts = contacts ?? new() };
        bid.Raise(v => new BidStarted(bid.Id, v, at, by, bid.Details));
        // It arrived in time, but the closing job has been and will not come again.
        if (window.HasEnded) bid.Lapse(round.ClosedAt ?? at);
        return (bid, Result.Done);
    }

    /// <summary>
    /// Saves one page's answers. Only what somebody else has saved in the same part since it was read is in the way: two people in two sections both save.
    /// </summary>
    public Result Save(SectionAnswers answers, BiddingWindow window, int readVersion, Person by, DateTimeOffset at)
    {
        if (MayChange(answers.Section, window, at) is { IsDone: false } refused) return refused;
        if (answers.Find(Content) is { IsDone: false } gone) return gone;
        if (answers.Problems(this, window) is { Count: > 0 } problems) return Result.Of(problems);
        var (content, contacts) = (answers.Apply(Content), answers.Apply(Contacts));
        if (JsonColumn.Same(content, Content) && JsonColumn.Same(contacts, Contacts) && Parts.ContainsKey(answers.Part)) return Result.Done;
        if (readVersion < 1 || readVersion > Version || (LastSaved(answers.Part) is { } saved && saved.Version > readVersion)) return Result.Stale;
        (Content, Contacts) = (content, contacts);
        Saved(answers.Section, answers.Part, by, at);
        return Result.Done;
    }

    /// <summary>When a part was last saved, or the whole that it is of, or something in it.</summary>
    public SavedPart? LastSaved(string part) => Parts
        .Where(p => p.Key == part || p.Key.StartsWith(part + "/", StringComparison.Ordinal) || part.StartsWith(p.Key + "/", StringComparison.Ordinal))
        .Select(p => p.Value).MaxBy(p => p.Version);

    /// <summary>Whether that section may be changed now by its partnership.</summary>
    public Result MayChange(string section, BiddingWindow window, DateTimeOffset at) => State switch
    {
        BidState.Draft or BidState.Lapsed => window.IsOpenAt(at) ? Result.Done : window.NotOpen(at),
        BidState.SentBack when at >= AnswerBy => AnswerIsLate,
        BidState.SentBack => SentBack.Any(n => n.Section == section) ? Result.Done
            : Result.Refused("section-not-sent-back", $"{BidSections.Name(section)} was not sent back, and stays as it was submitted"),
        BidState.Withdrawn => Result.Refused("withdrawn", "This bid has been withdrawn"),
        _ => Result.Refused("already-submitted", "This bid has been submitted and can no longer be changed"),
    };

    /// <summary>A change beside the content, such as a file: it counts as a save of its section.</summary>
    public void Saved(string section, string part, Person by, DateTimeOffset at)
    {
        Parts = new Dictionary<string, SavedPart>(Parts) { [part] = new(Version + 1, by, at) };
        Raise(v => new BidSaved(Id, v, at, by, Details, section));
    }

    public BidDetails Details => new(RoundId, Reference, Partnership, State, Content, SubmittedAt)
    {
        FirstSubmittedAt = FirstSubmittedAt, Hash = Hash, SentBack = SentBack, AnswerBy = AnswerBy, Decision = Decision,
    };

    /// <summary>Whether the office may read what it says: a draft is its partnership's own.</summary>
    public bool IsOpenToOffice => FirstSubmittedAt is not null;

    /// <summary>Whether what the office reads is the last submission: what has been written since is not submitted.</summary>
    public bool IsRewritten => IsOpenToOffice && State is BidState.SentBack or BidState.Withdrawn;

    private Result AnswerIsLate => Result.Refused("answer-late", $"Changes to this bid could be submitted until {London.Deadline(AnswerBy!.Value)}");
}

/// <summary>When a part of a bid was last saved, and by whom.</summary>
/// <param name="Version">The bid's version then.</param>
/// <param name="By">Who saved it.</param>
/// <param name="At">When.</param>
internal sealed record SavedPart(int Version, Person By, DateTimeOffset At);
