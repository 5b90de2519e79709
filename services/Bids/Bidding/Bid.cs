using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Bidding;

/// <summary>A partnership's request for money in a round.</summary>
internal sealed class Bid : Form
{
    private Bid() { }

    public Guid RoundId { get; private init; }
    public string Reference { get; private init; } = "";

    /// <summary>How far it has got, from draft to decision.</summary>
    public BidState State { get; private set; }

    /// <summary>What the partnership has typed.</summary>
    public BidContent Content { get; private set; } = new();

    /// <summary>The title when it was last submitted. A column, so that the round's board reads neither the content nor a draft.</summary>
    public string SubmittedTitle { get; private set; } = "";

    /// <summary>How much it asked for when it was last submitted, in pence.</summary>
    public Money SubmittedTotal { get; private set; }

    /// <summary>How much of that is for priorities of the Problem Profile, in pence.</summary>
    public Money SubmittedPriority { get; private set; }

    /// <summary>Whom to ask about it. Not part of the content, because no address leaves this service in a message.</summary>
    public BidContacts Contacts { get; private set; } = new();

    /// <summary>When it was forgotten whom to ask about it (UTC); null until then.</summary>
    public DateTimeOffset? ContactsForgottenAt { get; private set; }

    /// <summary>When it was begun (UTC).</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>The instant before which it must be resubmitted; null unless it is sent back.</summary>
    public DateTimeOffset? AnswerBy { get; private set; }

    /// <summary>What the commissioner decided; null until then.</summary>
    public Decision? Decision { get; private set; }

    /// <summary>The record that decided it: "EXE005-24"; null until then.</summary>
    public string? DecisionReference { get; private set; }

    /// <summary>Starts a bid, either empty or with what was copied from an earlier one.</summary>
    public static Result<Bid> Start(
        BiddingWindow window,
        Partnership partnership,
        int number,
        Person by,
        DateTimeOffset at,
        Guid? id = null,
        BidContent? content = null,
        BidContacts? contacts = null
    )
    {
        var round = window.Round;
        if (!round.Invites(partnership))
            return Result.Refused("not-invited", $"{round.Name} is not open to {partnership.Name}");
        if (!window.IsOpenAt(at))
            return window.NotOpen(at);
        var bid = new Bid
        {
            Id = id ?? Guid.CreateVersion7(),
            RoundId = round.Id,
            Reference = $"{round.Reference}-{partnership.Code}-{number:00}",
            Partnership = partnership,
            StartedAt = at,
            Content = content ?? new(),
            Contacts = contacts ?? new(),
        };
        bid.WorkedOn(by);
        bid.Raise(v => new BidStarted(bid.Id, v, at, by, bid.Details));
        // The request arrived in time, but the closing job has run and will not run again.
        if (window.HasEnded)
            bid.Lapse(round.ClosedAt ?? at);
        return bid;
    }

    /// <summary>
    /// Saves one page's answers. Stale only if the same part has been saved since it was read: two people in two sections can both save.
    /// </summary>
    public Result Save(SectionAnswers answers, BiddingWindow window, int readVersion, Person by, DateTimeOffset at)
    {
        if (MayChange(answers.Section, window, at) is { IsDone: false } refused)
            return refused;
        if (answers.Find(Content) is { IsDone: false } gone)
            return gone;
        if (answers.Problems(this, window) is { Count: > 0 } problems)
            return Result.Of(problems);
        var (content, contacts) = (answers.Apply(Content), answers.Apply(Contacts));
        if (JsonColumn.Same(content, Content) && JsonColumn.Same(contacts, Contacts) && Parts.ContainsKey(answers.Part))
            return Result.Done;
        if (readVersion < 1 || readVersion > Version || (LastSaved(answers.Part) is { } saved && saved.Version > readVersion))
            return Result.Stale;
        (Content, Contacts) = (content, contacts);
        Saved(answers.Section, answers.Part, by, at);
        return Result.Done;
    }

    /// <summary>Whether its partnership may change that section now.</summary>
    public Result MayChange(string section, BiddingWindow window, DateTimeOffset at) =>
        State switch
        {
            BidState.Draft or BidState.Lapsed => window.IsOpenAt(at) ? Result.Done : window.NotOpen(at),
            BidState.SentBack when at >= AnswerBy => AnswerIsLate,
            BidState.SentBack => SentBack.Any(n => n.Section == section)
                ? Result.Done
                : Result.Refused("section-not-sent-back", $"{BidSections.Name(section)} was not sent back, and stays as it was submitted"),
            BidState.Withdrawn => Result.Refused("withdrawn", "This bid has been withdrawn"),
            _ => Result.Refused("already-submitted", "This bid has been submitted and can no longer be changed"),
        };

    /// <inheritdoc/>
    public override void Saved(string section, Person by, DateTimeOffset at) => Saved(section, section, by, at);

    private void Saved(string section, string part, Person by, DateTimeOffset at)
    {
        Parts = new Dictionary<string, SavedPart>(Parts) { [part] = new(Version + 1, by, at) };
        WorkedOn(by);
        Raise(v => new BidSaved(Id, v, at, by, Details, section));
    }

    public BidDetails Details =>
        new(RoundId, Reference, Partnership, State, Content, SubmittedAt)
        {
            FirstSubmittedAt = FirstSubmittedAt,
            Hash = Hash,
            SentBack = SentBack,
            Answered = Answered,
            AnswerBy = AnswerBy,
            Decision = Decision,
            WorkedOnBy = WorkedOnBy,
            ReadyAt = Ready?.At,
        };

    /// <summary>Whether its partnership may still write it: before its deadline, or that of what was sent back.</summary>
    private Result MayWrite(BiddingWindow window, DateTimeOffset at) =>
        MayChange(SentBack.Select(n => n.Section).FirstOrDefault(BidSections.Project), window, at);

    /// <summary>Says to the lead that it is ready to be submitted.</summary>
    public Result HandOver(BiddingWindow window, Person by, DateTimeOffset at)
    {
        if (MayWrite(window, at) is { IsDone: false } refused)
            return refused;
        // Pressed twice.
        if (Ready is not null && ChangedSinceReady.Count == 0)
            return Result.Done;
        if (BidCheck.Missing(this, window.Round) is { Count: > 0 } missing)
            return Result.Of(missing);
        BeReady(by, at);
        Raise(v => new BidReady(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Takes back that it is ready.</summary>
    public Result TakeBack(BiddingWindow window, Person by, DateTimeOffset at)
    {
        if (MayWrite(window, at) is { IsDone: false } refused)
            return refused;
        if (Ready is null)
            return Result.Done;
        NotReady();
        Raise(v => new BidRecalled(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>The lead gives it back to its editors instead of submitting it.</summary>
    public Result Decline(BiddingWindow window, string? reason, Person by, DateTimeOffset at)
    {
        if (MayWrite(window, at) is { IsDone: false } refused)
            return refused;
        // Pressed twice.
        if (Ready is null && Declined.Length > 0 && Declined == TypedText.Tidy(reason))
            return Result.Done;
        if (Ready is null)
            return Result.Refused("not-handed-over", "This bid has not been handed over to be submitted");
        if (GiveBack(reason) is { IsDone: false } wrong)
            return wrong;
        Raise(v => new BidDeclined(Id, v, at, by, Details, Declined));
        return Result.Done;
    }

    /// <inheritdoc/>
    protected override bool IsHandedIn => State is not (BidState.SentBack or BidState.Withdrawn);

    private Result AnswerIsLate =>
        Result.Refused("answer-late", $"Changes to this bid could be submitted until {London.Deadline(AnswerBy!.Value)}");

    /// <summary>
    /// Submits the bid. Only the instant at which the request reached the gateway decides whether it is in time: a bid that the closing job
    /// has lapsed meanwhile is still accepted. Stale if a colleague has saved since the submitter read it: nobody submits what they have
    /// not seen. A program need not say what it read.
    /// </summary>
    /// <returns>What was submitted, to be kept; null where it had been submitted before.</returns>
    public Result<Submission?> Submit(
        BiddingWindow window,
        int? readVersion,
        IReadOnlyList<SubmittedFile> files,
        Person by,
        DateTimeOffset at
    )
    {
        if (State is BidState.Submitted or BidState.UnderAssessment or BidState.Decided)
            return (Submission?)null;
        if (State == BidState.Withdrawn)
            return Result.Refused("withdrawn", "This bid has been withdrawn");
        if (State == BidState.SentBack && at >= AnswerBy)
            return AnswerIsLate;
        if (State != BidState.SentBack && !window.IsOpenAt(at))
            return window.NotOpen(at);
        if (IsChangedSince(readVersion))
            return Result.Stale;
        if (BidCheck.Missing(this, window.Round) is { Count: > 0 } missing)
            return Result.Of(missing);
        var made = HandIn(SubmittedBid.Of(this, files, by, at), by, at);
        State = BidState.Submitted;
        Settled();
        AnswerBy = null;
        SubmittedTitle = Content.Title;
        SubmittedTotal = Content.Total;
        SubmittedPriority = Content.PriorityTotal;
        Raise(v => new BidSubmitted(Id, v, at, by, Details));
        return made;
    }

    /// <summary>Asks the partnership to change some sections by the end of a day.</summary>
    public Result SendBack(IReadOnlyList<SectionNote> notes, DateOnly lastDay, Person by, DateTimeOffset at)
    {
        var typed = notes.Select(n => new SectionNote(n.Section, TypedText.Tidy(n.Reason))).ToList();
        // Pressed twice.
        if (
            State == BidState.SentBack
            && AnswerBy == London.EndOf(lastDay)
            && SentBack.Select(n => n with { Answer = "" }).SequenceEqual(typed)
        )
            return Result.Done;
        if (State != BidState.Submitted)
            return Result.Refused("not-submitted", "Only a submitted bid that nobody is assessing yet can be sent back");
        var problems = ProblemsOf(typed);
        if (lastDay < London.DateOf(at) || lastDay > London.DateOf(at).AddDays(92))
            problems.Add(new(nameof(AnswerBy), "The day by which it is resubmitted must be today or within the next 3 months"));
        if (problems.Count > 0)
            return Result.Of(problems);
        var completed = Content.Completed.Except(typed.Select(n => n.Section)).ToList();
        State = BidState.SentBack;
        Ask(typed);
        AnswerBy = London.EndOf(lastDay);
        Content = Content with { Completed = completed };
        Raise(v => new BidSentBack(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>What is wrong with the sections to be sent back.</summary>
    public static List<Problem> ProblemsOf(IReadOnlyList<SectionNote> notes) =>
        SectionNotes.Problems(notes, section => BidSections.All.Contains(section) ? BidSections.Name(section) : null, longest: 2000);

    /// <summary>Makes a bid that was not resubmitted in time stand as it was last submitted.</summary>
    public void Restore(SubmittedBid last, DateTimeOffset at)
    {
        if (State != BidState.SentBack || at < AnswerBy)
            return;
        State = BidState.Submitted;
        Settled();
        SentBack = [];
        AnswerBy = null;
        (Content, Contacts) = (last.Content, last.Contacts);
        Raise(v => new BidRestored(Id, v, at, Person.Platform, Details));
    }

    public Result Withdraw(string? reason, Person by, DateTimeOffset at)
    {
        if (State == BidState.Withdrawn)
            return Result.Done;
        if (State is BidState.Decided or BidState.Lapsed)
            return Result.Refused("not-withdrawable", "This bid is closed and can no longer be withdrawn");
        var typed = TypedText.Tidy(reason);
        if (typed.Length > 1000)
            return Result.Of([new("Reason", "Reason must be 1,000 characters or less")]);
        State = BidState.Withdrawn;
        Settled();
        SentBack = [];
        AnswerBy = null;
        Raise(v => new BidWithdrawn(Id, v, at, by, Details, typed));
        return Result.Done;
    }

    /// <summary>Forgets whom to ask about it, which no event says.</summary>
    public void ForgetContacts(DateTimeOffset at) => (Contacts, ContactsForgottenAt) = (new(), at);

    public void Lapse(DateTimeOffset at)
    {
        if (State != BidState.Draft)
            return;
        State = BidState.Lapsed;
        Settled();
        Raise(v => new BidLapsed(Id, v, at, Person.Platform, Details));
    }

    /// <summary>Makes a lapsed bid a draft again, because more time was given after the deadline. It lapses again at the new end.</summary>
    public void Revive(Person by, DateTimeOffset at)
    {
        if (State != BidState.Lapsed)
            return;
        State = BidState.Draft;
        Raise(v => new BidSaved(Id, v, at, by, Details));
    }

    /// <summary>Closes the bid to changes, because its first assessor has been asked.</summary>
    public Result Assign(Person by, DateTimeOffset at)
    {
        if (State == BidState.UnderAssessment)
            return Result.Done;
        if (State != BidState.Submitted)
            return Result.Refused("not-submitted", $"{Reference} is not a submitted bid");
        State = BidState.UnderAssessment;
        Raise(v => new BidAssigned(Id, v, at, by, Details));
        return Result.Done;
    }

    public bool AwaitsDecision => State is BidState.Submitted or BidState.UnderAssessment;

    /// <summary>Records the commissioner's decision. A deferred bid goes on waiting for one.</summary>
    public void Decide(string decisionReference, Decision decision, Person by, DateTimeOffset at)
    {
        (Decision, DecisionReference) = (decision, decisionReference);
        if (decision != Contracts.Decision.Deferred)
            State = BidState.Decided;
        Raise(v => new BidDecided(Id, v, at, by, Details, decisionReference, decision));
    }
}
