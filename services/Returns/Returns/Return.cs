using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Returns;

/// <summary>
/// What a partnership owes for one grant and one quarter.
/// </summary>
internal sealed class Return : Form
{
    public const int LongestReason = 1000;

    /// <summary>A return is due no sooner than this many working days after its quarter became part of the grant.</summary>
    public const int FairNotice = 20;

    private Return() { }

    public Guid GrantId { get; private init; }
    public string GrantReference { get; private init; } = "";
    public string Programme { get; private init; } = "";

    /// <summary>The project's title, as the grant has it.</summary>
    public string Title { get; private set; } = "";
    public Quarter Quarter { get; private init; }

    /// <summary>What it reports on, as the grant stands.</summary>
    public IReadOnlyList<Intervention> Interventions { get; private set; } = [];

    /// <summary>The match funding promised, as the grant has it.</summary>
    public IReadOnlyList<MatchLine> MatchPromised { get; private set; } = [];

    /// <summary>How far it has got, from scheduled to accepted.</summary>
    public ReturnState State { get; private set; }

    /// <summary>What the partnership reports about each intervention.</summary>
    public IReadOnlyList<ReturnLine> Lines { get; private set; } = [];

    /// <summary>What the partnership reports about the quarter as a whole.</summary>
    public ReturnOverall Overall { get; private set; } = new();

    /// <summary>Why there is nothing to report; empty where there is something.</summary>
    public string NilReason { get; private set; } = "";

    /// <summary>When it was scheduled (UTC).</summary>
    public DateTimeOffset ScheduledAt { get; private init; }

    /// <summary>The first day on which it can be filled in.</summary>
    public DateOnly OpensOn { get; private init; }

    /// <summary>The first instant of <see cref="OpensOn"/> in London.</summary>
    public DateTimeOffset OpensAt { get; private init; }

    /// <summary>The last day on which it is in time, extensions included.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The due date before the first extension; null where there was none.</summary>
    public DateOnly? FirstDueOn { get; private set; }

    /// <summary>The day on which it was last extended; null where it was not.</summary>
    public DateOnly? ExtendedOn { get; private set; }

    /// <summary>The last day on which it is in time to be back, extensions included; null unless it is sent back.</summary>
    public DateOnly? BackBy { get; private set; }

    /// <summary>The day to be back by before it was first extended; null where it was not.</summary>
    public DateOnly? FirstBackBy { get; private set; }

    /// <summary>When it was sent back (UTC); null unless it is.</summary>
    public DateTimeOffset? SentBackAt { get; private set; }

    /// <summary>Its version when it was sent back; null unless it is.</summary>
    public int? SentBackVersion { get; private set; }

    /// <summary>
    /// Working days that it was late to be back, over each time that it was sent back: 0 is in time, null is never back.
    /// </summary>
    public int? ReworkDaysLate { get; private set; }

    /// <summary>The version of the grant that it follows.</summary>
    public int GrantVersion { get; private set; }

    /// <summary>Working days from the due date to the first submission: 0 is on time, null is not in.</summary>
    public int? WorkingDaysLate { get; private set; }

    /// <summary>When the office accepted it (UTC); null until then.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>The officer who accepted it; null until then.</summary>
    public Person? AcceptedBy { get; private set; }

    /// <summary>Why it is not required; empty where it is.</summary>
    public string NotRequiredReason { get; private set; } = "";

    /// <summary>The officer who said so; null where it is required.</summary>
    public Person? NotRequiredBy { get; private set; }

    /// <summary>Whether it is not required because the quarter was reported on paper.</summary>
    public bool OnPaper { get; private set; }

    /// <summary>How it is chased.</summary>
    public ReturnChasing Chasing { get; private set; } = new();

    /// <summary>When the job is to look at its chasing again; null when never.</summary>
    public DateTimeOffset? NextChaseAt { get; private set; }

    public ReturnContent Content => new(Lines, Overall, NilReason);

    /// <inheritdoc/>
    protected override bool IsHandedIn => State is ReturnState.Submitted or ReturnState.Accepted;

    /// <summary>Replaces the content, with what was submitted or what a reader may see.</summary>
    public void Show(ReturnContent content)
    {
        Lines = content.Lines;
        Overall = content.Overall;
        NilReason = content.NilReason;
    }

    /// <summary>Who last saved a part.</summary>
    public Person? PreparedBy => Parts.Count == 0 ? null : Parts.Values.MaxBy(p => p.Version)!.By;

    public ReturnDetails Details =>
        new(
            GrantId,
            GrantReference,
            Programme,
            Title,
            Partnership,
            Quarter,
            OpensOn,
            DueOn,
            State,
            Lines,
            FirstSubmittedAt,
            WorkingDaysLate
        )
        {
            Overall = Overall,
            NilReason = NilReason,
            SentBack = SentBack,
            Answered = Answered,
            BackBy = BackBy,
            SentBackAt = SentBackAt,
            ReworkDaysLate = ReworkDaysLate,
            FirstDueOn = FirstDueOn,
            Chasing = Chasing.State,
            PausedUntil = Chasing.PausedUntil,
            PaymentHeld = Chasing.PaymentHeld,
            NamedToBoard = Chasing.NamedToBoard,
            SubmittedAt = SubmittedAt,
            Hash = Hash,
            AcceptedAt = AcceptedAt,
            OnPaper = OnPaper,
            WorkedOnBy = WorkedOnBy,
        };

    /// <summary>Whether the office still waits for it to come in for the first time.</summary>
    public bool IsOwed => FirstSubmittedAt is null && State != ReturnState.NotRequired;

    /// <summary>Whether the office waits for it, to come in or to be back.</summary>
    public bool IsAwaited => IsOwed || BackBy is not null;

    /// <summary>The last day on which it is not late, to come in or to be back.</summary>
    public DateOnly AwaitedOn => BackBy ?? DueOn;

    /// <summary>Whether the partnership can be asked for it now.</summary>
    public bool CanBeChased => IsAwaited && State != ReturnState.Scheduled;

    /// <summary>Whether an officer can send a reminder by hand: once a day.</summary>
    public bool CanBeRemindedOn(DateOnly today) => CanBeChased && Chasing.RemindedOn != today;

    // Reminders of a day make sense only from the day on which it was set. Sending back has a letter of its own, on its own day.
    private Term Term =>
        SentBackAt is { } sentBack
            ? new(OpensOn, AwaitedOn, new[] { London.DateOf(sentBack).AddDays(1), ExtendedOn ?? OpensOn }.Max())
            : new(OpensOn, DueOn, new[] { London.DateOf(ScheduledAt), OpensOn, ExtendedOn ?? OpensOn }.Max());

    /// <summary>Whether it is late, to come in or to be back.</summary>
    public bool IsOverdue(DateOnly today) => IsAwaited && today > AwaitedOn;

    public ReturnLine? Line(Guid intervention) => Lines.FirstOrDefault(l => l.InterventionId == intervention);

    public void Open(DateTimeOffset at)
    {
        if (State != ReturnState.Scheduled || at < OpensAt)
            return;
        // So that the chasing job looks at it and finds the day of its first rung.
        (State, NextChaseAt) = (ReturnState.Open, at);
        Raise(v => new ReturnOpened(Id, v, at, Person.Platform, Details));
    }

    /// <summary>
    /// Saves one page's answers. Stale only if the same part has been saved since it was read: a colleague's save of another part, or a
    /// reminder, costs nobody their typing.
    /// </summary>
    /// <param name="answers">What was typed.</param>
    /// <param name="figures">What the grant's other returns say.</param>
    /// <param name="programme">The office's rules for it.</param>
    /// <param name="readVersion">The version of the return that was read.</param>
    /// <param name="by">Who saves it.</param>
    /// <param name="at">When the request arrived.</param>
    public Result Save(PartAnswers answers, GrantFigures figures, Programme programme, int readVersion, Person by, DateTimeOffset at) =>
        Save([("", answers)], figures, programme, readVersion, by, at);

    /// <summary>
    /// Saves several parts together, or none of them. Each problem's field begins with the place of its part. What the same person saved
    /// from the same file before is replaced: a file can be corrected and sent again.
    /// </summary>
    public Result Save(
        IReadOnlyList<(string Place, PartAnswers Answers)> parts,
        GrantFigures figures,
        Programme programme,
        int readVersion,
        Person by,
        DateTimeOffset at,
        bool isFile = false
    )
    {
        foreach (var (_, answers) in parts)
        {
            if (MayChange(answers.Section, at) is { IsDone: false } refused)
                return refused;
            if (!answers.IsIn(this))
                return Result.NotFound;
        }
        var stored = Version;
        var problems = new List<Problem>();
        var saved = new Dictionary<string, SavedPart>(Parts);
        Open(at);
        foreach (var (place, answers) in parts)
        {
            if (answers.Problems(this, figures, programme) is { Count: > 0 } wrong)
            {
                problems.AddRange(place.Length == 0 ? wrong : wrong.Select(p => p with { Field = $"{place}.{p.Field}" }));
                continue;
            }
            var content = answers.Apply(Content, this);
            // Whoever saves a colleague's answers again vouches for them from then on, even if nothing differs.
            if (JsonColumn.Same(content, Content) && Parts.GetValueOrDefault(answers.Part)?.By.UserId == by.UserId)
                continue;
            if (readVersion > stored || IsStale(answers, readVersion, p => isFile && p.IsFrom(readVersion, by)))
                return Result.Stale;
            Lines = content.Lines;
            Overall = content.Overall;
            NilReason = content.NilReason;
            saved[answers.Part] = new(Version + 1, by, at, isFile ? readVersion : null);
        }
        if (problems.Count > 0)
            return Result.Of(problems);
        if (saved.Values.Any(p => p.Version > Version))
            Saved(saved, by, at);
        return Result.Done;
    }

    /// <inheritdoc/>
    public override void Saved(string section, Person by, DateTimeOffset at)
    {
        Open(at);
        Saved(new Dictionary<string, SavedPart>(Parts) { [section] = new(Version + 1, by, at) }, by, at);
    }

    private void Saved(Dictionary<string, SavedPart> parts, Person by, DateTimeOffset at)
    {
        Parts = parts;
        WorkedOn(by);
        State = WhileWritten;
        NotReady();
        Raise(v => new ReturnSaved(Id, v, at, by, Details));
    }

    // "Nothing to report" concerns every part. Neither it nor what a colleague reports may be undone unseen.
    private bool IsStale(PartAnswers answers, int readVersion, Func<SavedPart, bool> isOwn) =>
        LastSaved(answers.Part, p => !isOwn(p))?.Version > readVersion
        || (
            answers.Section == ReturnSections.Nil
                ? Parts.Values.Any(p => p.Version > readVersion)
                : NilReason.Length > 0 && Parts.GetValueOrDefault(ReturnSections.Nil)?.Version > readVersion
        );

    /// <summary>Whether its partnership may change that section now.</summary>
    public Result MayChange(string section, DateTimeOffset at) =>
        State switch
        {
            ReturnState.Submitted => Result.Refused("already-submitted", "This return has been submitted and can no longer be changed"),
            ReturnState.Accepted => Result.Refused("accepted", "This return has been accepted. Correct its figures in the next return"),
            ReturnState.NotRequired => Result.Refused("not-required", "This return is not required"),
            _ when at < OpensAt => Result.Refused("return-not-open", $"This return opens on {London.WithWeekday(OpensOn)}"),
            // If "nothing to report" was sent back, every section can be changed.
            _ when SentBack.Count > 0 && SentBack.All(n => n.Section != section && n.Section != ReturnSections.Nil) => Result.Refused(
                "section-not-sent-back",
                $"{ReturnSections.Name(this, section)} was not sent back, and stays as it was submitted"
            ),
            _ => Result.Done,
        };

    // A return that was sent back stays "sent back" until it is handed over again.
    private ReturnState WhileWritten => SentBack.Count > 0 ? ReturnState.SentBack : ReturnState.InProgress;

    /// <summary>Hands it over to be certified, once everything has been entered.</summary>
    public Result HandOver(GrantFigures figures, Programme programme, Person by, DateTimeOffset at)
    {
        if (State == ReturnState.ReadyToCertify)
            return Result.Done;
        if (NotNow(at) is { } refusal)
            return refusal;
        if (ReturnCheck.Missing(this, figures, programme) is { Count: > 0 } missing)
            return Result.Of(missing);
        State = ReturnState.ReadyToCertify;
        BeReady(by, at);
        Raise(v => new ReturnReady(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>The lead gives it back to its editors instead of certifying it.</summary>
    public Result Decline(string? reason, Person by, DateTimeOffset at)
    {
        // Pressed twice.
        if (State == WhileWritten && Declined.Length > 0 && Declined == TypedText.Tidy(reason))
            return Result.Done;
        if (State != ReturnState.ReadyToCertify)
            return NotNow(at) ?? NotHandedOver;
        if (GiveBack(reason) is { IsDone: false } wrong)
            return wrong;
        State = WhileWritten;
        Raise(v => new ReturnDeclined(Id, v, at, by, Details, Declined));
        return Result.Done;
    }

    /// <summary>
    /// Certifies the return as it was read, and submits it. Nobody certifies what they entered themselves; people are told apart by user
    /// id.
    /// </summary>
    /// <param name="readVersion">The version that the certifier read; null to certify whatever there is.</param>
    /// <param name="files">What is handed in with it.</param>
    /// <param name="by">The certifier.</param>
    /// <param name="at">When the request reached the gateway: lateness is counted to here.</param>
    /// <returns>What was submitted, to be kept; null where it had been submitted before.</returns>
    public Result<Submission?> Submit(int? readVersion, IReadOnlyList<SubmittedFile> files, Person by, DateTimeOffset at)
    {
        if (State is ReturnState.Submitted or ReturnState.Accepted)
            return (Submission?)null;
        if (State != ReturnState.ReadyToCertify)
            return NotNow(at) ?? NotHandedOver;
        if (Parts.Values.Any(p => p.By.UserId == by.UserId))
            return Result.Refused("preparer-cannot-certify", "You entered part of this return. Somebody else must certify it");
        if (IsChangedSince(readVersion))
            return Result.Stale;
        if (NilReason.Length > 0)
            (Lines, Overall) = ([], new());
        var made = HandIn(SubmittedReturn.Of(this, files, by, at), by, at);
        State = ReturnState.Submitted;
        WorkingDaysLate ??= WorkingDays.Between(DueOn, London.DateOf(at));
        if (BackBy is { } day)
            ReworkDaysLate = (ReworkDaysLate ?? 0) + WorkingDays.Between(day, London.DateOf(at));
        IsBack();
        (Chasing, NextChaseAt) = (Chasing.Settled(), null);
        Raise(v => new ReturnSubmitted(Id, v, at, by, Details));
        return made;
    }

    /// <summary>Asks the partnership to change some sections by the end of a day. A ladder of its own begins.</summary>
    public Result SendBack(IReadOnlyList<SectionNote> notes, DateOnly backBy, Person by, DateTimeOffset at)
    {
        var typed = notes
            .Select(n => new SectionNote(n.Section, TypedText.Tidy(n.Reason)) { Name = ReturnSections.Name(this, n.Section) })
            .ToList();
        // Pressed twice.
        if (State == ReturnState.SentBack && BackBy == backBy && SentBack.Select(n => n with { Answer = "" }).SequenceEqual(typed))
            return Result.Done;
        if (State != ReturnState.Submitted)
            return Result.Refused("not-submitted", "Only a submitted return that has not been accepted can be sent back");
        var (problems, today) = (ReturnSections.Problems(this, typed), London.DateOf(at));
        if (backBy < today || backBy > today.AddYears(1))
            problems.Add(new(nameof(BackBy), "The day to be back by must be today or within the next 12 months"));
        if (problems.Count > 0)
            return Result.Of(problems);
        Ask(typed);
        State = ReturnState.SentBack;
        BackBy = backBy;
        (SentBackAt, SentBackVersion) = (at, Version + 1);
        Chasing = Chasing.Anew() with { State = ChasingState.On, PausedUntil = null, Reason = "" };
        LookAgain(at);
        Raise(v => new ReturnSentBack(Id, v, at, by, Details));
        return Result.Done;
    }

    private void IsBack()
    {
        (BackBy, FirstBackBy) = (null, null);
        (SentBackAt, SentBackVersion) = (null, null);
    }

    /// <summary>The office accepts it. From now on it does not change.</summary>
    /// <param name="readVersion">The version that the officer read; null to accept whatever there is.</param>
    /// <param name="by">The officer.</param>
    /// <param name="at">When.</param>
    public Result Accept(int? readVersion, Person by, DateTimeOffset at)
    {
        if (State == ReturnState.Accepted)
            return Result.Done;
        if (State != ReturnState.Submitted)
            return Result.Refused("not-submitted", "Only a submitted return can be accepted");
        if (IsUnreadAt(readVersion))
            return Result.Stale;
        return Accept(afterAll: false, by, at);
    }

    /// <summary>
    /// The office accepts after all what was submitted, although it had sent it back. What the partnership has changed since is dropped.
    /// </summary>
    /// <param name="last">What was last submitted.</param>
    /// <param name="readVersion">The version that the officer read; null to accept whatever there is.</param>
    /// <param name="by">The officer.</param>
    /// <param name="at">When.</param>
    public Result AcceptAfterAll(ReturnContent last, int? readVersion, Person by, DateTimeOffset at)
    {
        if (BackBy is null)
            return Accept(readVersion, by, at);
        if (IsUnreadAt(readVersion))
            return Result.Stale;
        Show(last);
        SentBack = [];
        Settled();
        IsBack();
        (Chasing, NextChaseAt) = (Chasing.Settled(), null);
        return Accept(afterAll: true, by, at);
    }

    /// <summary>
    /// Whether the office may not have read, at that version, what it would accept. What a partnership changes in a return that is sent
    /// back is not for the office to read.
    /// </summary>
    public bool IsUnreadAt(int? version) => version < (SentBackVersion ?? Version);

    private Result Accept(bool afterAll, Person by, DateTimeOffset at)
    {
        State = ReturnState.Accepted;
        AcceptedAt = at;
        AcceptedBy = by;
        Raise(v => new ReturnAccepted(Id, v, at, by, Details) { AfterAll = afterAll });
        return Result.Done;
    }

    /// <summary>Says that it is not required.</summary>
    /// <param name="reason">Why; the partnership reads it.</param>
    /// <param name="onPaper">Whether the quarter was reported on paper: what it spent and achieved is then not nothing.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="at">When.</param>
    public Result NotRequire(string? reason, bool onPaper, Person by, DateTimeOffset at)
    {
        if (State == ReturnState.NotRequired)
            return Result.Done;
        if (!IsOwed)
            return Result.Refused("already-submitted", "This return is in");
        if (Typed(reason, "why it is not required", out var why) is { } wrong)
            return wrong;
        State = ReturnState.NotRequired;
        NotReady();
        NotRequiredReason = why;
        NotRequiredBy = by;
        OnPaper = onPaper;
        (Chasing, NextChaseAt) = (Chasing.Settled(), null);
        Raise(v => new ReturnNotRequired(Id, v, at, by, Details, why));
        return Result.Done;
    }

    /// <summary>Says that it is required after all.</summary>
    public Result RequireAgain(string? reason, Person by, DateTimeOffset at)
    {
        if (State != ReturnState.NotRequired)
            return Result.Refused("required", "This return is required");
        if (Typed(reason, "why it is required again", out var why) is { } wrong)
            return wrong;
        State =
            at < OpensAt ? ReturnState.Scheduled
            : Parts.Count > 0 ? ReturnState.InProgress
            : ReturnState.Open;
        (NotRequiredReason, NotRequiredBy) = ("", null);
        OnPaper = false;
        LookAgain(at);
        Raise(v => new ReturnRescheduled(Id, v, at, by, Details, why));
        return Result.Done;
    }

    private Result? NotNow(DateTimeOffset at) =>
        State is ReturnState.Submitted or ReturnState.Accepted or ReturnState.NotRequired ? MayChange("", at)
        : at < OpensAt ? MayChange("", at)
        : null;

    private static Result NotHandedOver => Result.Refused("not-ready-to-certify", "This return has not been handed over to be certified");

    private static Result? Typed(string? reason, string what, out string tidy)
    {
        tidy = TypedText.Tidy(reason);
        return tidy.Length is 0 or > LongestReason ? Result.Of([new("Reason", $"Enter {what}, in 1,000 characters or less")]) : null;
    }

    /// <summary>Schedules a grant's return for a quarter.</summary>
    /// <param name="grantId">The grant.</param>
    /// <param name="version">The grant's version.</param>
    /// <param name="grant">The grant as it stands.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="rule">When the programme's returns are due.</param>
    /// <param name="known">When the quarter became part of the grant: notice is counted from here.</param>
    /// <param name="now">The instant of scheduling.</param>
    public static Return Schedule(
        Guid grantId,
        int version,
        GrantDetails grant,
        Quarter quarter,
        DueRule rule,
        DateTimeOffset known,
        DateTimeOffset now
    )
    {
        var scheduled = new Return
        {
            GrantId = grantId,
            GrantVersion = version,
            GrantReference = grant.Reference,
            Programme = grant.Programme,
            Title = grant.Title,
            Partnership = grant.Partnership,
            Quarter = quarter,
            Interventions = grant.Interventions,
            MatchPromised = grant.Match,
            ScheduledAt = now,
            OpensOn = quarter.Next.From,
            OpensAt = London.StartOf(quarter.Next.From),
            DueOn = Fair(rule.DueOn(quarter), known),
        };
        scheduled.Raise(v => new ReturnScheduled(scheduled.Id, v, now, Person.Platform, scheduled.Details));
        return scheduled;
    }

    /// <summary>Follows the grant as it stands now. A return that is in was true of the grant as it was then, and stays.</summary>
    /// <param name="grant">The grant as it stands.</param>
    /// <param name="version">The grant's version.</param>
    /// <param name="why">What happened to the grant, in words.</param>
    /// <param name="at">When.</param>
    public void Follow(GrantDetails grant, int version, string why, DateTimeOffset at)
    {
        if (version <= GrantVersion)
            return;
        GrantVersion = version;
        if (FirstSubmittedAt is not null)
            return;
        if (Quarter.To < grant.DeliveryFrom || Quarter.From > grant.DeliveryTo)
        {
            if (State != ReturnState.NotRequired)
                NotRequire($"The grant does not run in this quarter any more. {why}", onPaper: false, Person.Platform, at);
            return;
        }
        if (State == ReturnState.NotRequired && NotRequiredBy == Person.Platform)
            RequireAgain($"The grant runs in this quarter again. {why}", Person.Platform, at);
        if (JsonColumn.Same(Interventions, grant.Interventions) && JsonColumn.Same(MatchPromised, grant.Match) && Title == grant.Title)
            return;
        Interventions = grant.Interventions;
        MatchPromised = grant.Match;
        Title = grant.Title;
        Lines = [.. Interventions.Select(i => Line(i.Id) is { } line ? OutputsOf(i, line) : null).OfType<ReturnLine>()];
        // What was handed over was checked against the grant as it was.
        if (State == ReturnState.ReadyToCertify)
        {
            State = ReturnState.InProgress;
            NotReady();
        }
        Raise(v => new ReturnRescheduled(Id, v, at, Person.Platform, Details, why));
    }

    /// <summary>Applies the programme's new due rule, if the return has not opened and has had no extension.</summary>
    public void FollowRule(DueRule rule, Person by, DateTimeOffset at)
    {
        var due = Fair(rule.DueOn(Quarter), ScheduledAt);
        if (State != ReturnState.Scheduled || FirstDueOn is not null || due == DueOn)
            return;
        DueOn = due;
        Raise(v => new ReturnRescheduled(Id, v, at, by, Details, "The programme’s due dates were changed"));
    }

    /// <summary>
    /// Gives it a later due date; one that is sent back, a later day to be back by. The ladder begins again, at the new day's next rung.
    /// </summary>
    public Result Extend(DateOnly dueOn, string? reason, Person by, DateTimeOffset at)
    {
        if (!IsAwaited)
            return Result.Refused("already-submitted", "This return is in, or not required");
        var (problems, today) = (new List<Problem>(), London.DateOf(at));
        // Pressed twice.
        if (dueOn == AwaitedOn && ExtendedOn == today)
            return Result.Done;
        var day = BackBy is null ? "due date" : "day to be back by";
        if (dueOn <= AwaitedOn)
            problems.Add(new("DueOn", $"The new {day} must be after {London.WithWeekday(AwaitedOn)}"));
        else if (dueOn < today)
            problems.Add(new("DueOn", $"The new {day} must be today or in the future"));
        else if (dueOn > today.AddYears(1))
            problems.Add(new("DueOn", $"The new {day} must be within the next 12 months"));
        if (Typed(reason, "why it is extended", out var why) is { } wrong)
            problems.AddRange(wrong.Problems);
        if (problems.Count > 0)
            return Result.Of(problems);
        if (BackBy is not null)
            (FirstBackBy, BackBy) = (FirstBackBy ?? BackBy, dueOn);
        else
            (FirstDueOn, DueOn) = (FirstDueOn ?? DueOn, dueOn);
        ExtendedOn = today;
        Chasing = Chasing.Anew();
        LookAgain(at);
        Raise(v => new ReturnExtended(Id, v, at, by, Details, why));
        return Result.Done;
    }

    private static DateOnly Fair(DateOnly due, DateTimeOffset known) =>
        WorkingDays.Add(London.DateOf(known), FairNotice) is var fair && due > fair ? due : fair;

    // Outputs that the grant no longer has are dropped. If it has a new one, all outputs are asked for again.
    private static ReturnLine OutputsOf(Intervention intervention, ReturnLine line) =>
        line with
        {
            Achieved = intervention.Outputs.All(o => line.Achieved.Any(a => a.Indicator == o.Indicator))
                ? [.. intervention.Outputs.Select(o => line.Achieved.First(a => a.Indicator == o.Indicator))]
                : [],
        };

    /// <summary>Sends the reminder of the highest rung that is due, if any. Reminders stop when the return is in.</summary>
    public void Chase(DateTimeOffset now, IReadOnlyList<Rung> ladder)
    {
        if (!CanBeChased)
        {
            NextChaseAt = null;
            return;
        }
        if (Chasing.IsPauseOver(now))
        {
            Chasing = Chasing.Changed(ChasingState.On, null, "");
            Raise(v => new ChasingChanged(Id, v, now, Person.Platform, Details, "The pause is over"));
        }
        NextChaseAt = Chasing.NextLook(now, ladder, Term);
        if (Chasing.RungDue(now, ladder, Term) is not { } rung)
            return;
        var wasHeld = Chasing.PaymentHeld;
        Chasing = Chasing.Used(rung);
        Raise(v => new ReturnChased(Id, v, now, Person.Platform, Details, rung) { HoldsOn = HoldsOn(ladder), WasHeld = wasHeld });
    }

    // When payment is held unless it is in; null where that has come, or never does.
    private DateOnly? HoldsOn(IReadOnlyList<Rung> ladder) =>
        !Chasing.PaymentHeld && ladder.FirstOrDefault(r => r.Escalates && !(r.WorkingDays <= Chasing.LastRung)) is { } holds
            ? Ladder.DayOf(holds, AwaitedOn)
            : null;

    /// <summary>The rung that would be used on a coming day if nothing happened until then; null for none.</summary>
    /// <param name="day">Today or later.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="ladder">The programme's ladder for it (<see cref="Programme.LadderOf"/>).</param>
    public Rung? RungOn(DateOnly day, DateTimeOffset now, IReadOnlyList<Rung> ladder) =>
        IsAwaited ? Chasing.RungOn(day, now, ladder, Term) : null;

    /// <summary>Pauses chasing, until a day or until somebody resumes it; or stops or resumes it.</summary>
    public Result ChangeChasing(ChasingState to, DateOnly? until, string? reason, Person by, DateTimeOffset at)
    {
        if (!IsAwaited)
            return Result.Refused("already-submitted", "This return is in, or not required: nobody is chased for it");
        var problems = new List<Problem>();
        if (to == ChasingState.Paused && until <= London.DateOf(at))
            problems.Add(new("Until", "The day on which chasing goes on must be in the future"));
        if (Typed(reason, "why", out var why) is { } wrong)
            problems.AddRange(wrong.Problems);
        if (problems.Count > 0)
            return Result.Of(problems);
        // Pressed twice.
        if (Chasing == Chasing.Changed(to, until, why))
            return Result.Done;
        Chasing = Chasing.Changed(to, until, why);
        LookAgain(at);
        Raise(v => new ChasingChanged(Id, v, at, by, Details, why));
        return Result.Done;
    }

    /// <summary>The roles that are written to when an officer sends a reminder by hand.</summary>
    public static readonly IReadOnlyList<string> ChasedByHand = [Roles.PartnerEditor, Roles.PartnerLead];

    /// <summary>Reminds the partnership now, at any hour and whatever the ladder says, but only once a day.</summary>
    public Result ChaseNow(IReadOnlyList<Rung> ladder, Person by, DateTimeOffset at)
    {
        if (!CanBeChased)
            return Result.Refused("nothing-to-chase", "This return is not open, or it has been submitted: no reminder is needed");
        if (Chasing.RemindedOn == London.DateOf(at))
            return Result.Done;
        Chasing = Chasing with { RemindedOn = London.DateOf(at) };
        Raise(v => new ReturnReminded(Id, v, at, by, Details, ChasedByHand) { HoldsOn = HoldsOn(ladder) });
        return Result.Done;
    }

    /// <summary>Notes what the partnership answered, once however often the button is pressed.</summary>
    public Result NoteReply(string? text, IEvent last, Person by, DateTimeOffset at)
    {
        if (Typed(text, "what the partnership answered", out var note) is { } wrong)
            return wrong;
        if (last is ReplyNoted noted && noted.Text == note && noted.By.UserId == by.UserId)
            return Result.Done;
        Raise(v => new ReplyNoted(Id, v, at, by, Details, note));
        return Result.Done;
    }

    /// <summary>Has the chasing job find the next rung, because the ladder, the due date or the chasing has changed.</summary>
    public void LookAgain(DateTimeOffset at) => NextChaseAt = CanBeChased ? at : null;
}

/// <summary>What a partnership writes into a return.</summary>
/// <param name="Lines">What is reported about each intervention, in the order of the grant.</param>
/// <param name="Overall">What is reported about the quarter as a whole.</param>
/// <param name="NilReason">Why there is nothing to report; empty where there is something.</param>
internal sealed record ReturnContent(IReadOnlyList<ReturnLine> Lines, ReturnOverall Overall, string NilReason);
