using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Rounds;

/// <summary>A call for bids: written, published, open, closed.</summary>
internal sealed class Round : Aggregate
{
    public const int LongestName = 120;
    public const int LongestReason = 1000;

    private Round() { }

    public string Reference { get; private set; } = "";
    public string Programme { get; private set; } = "";

    /// <summary>Its name: "Community safety fund 2025/26".</summary>
    public string Name { get; private set; } = "";

    /// <summary>When partnerships can start to bid (UTC).</summary>
    public DateTimeOffset OpensAt { get; private set; }

    /// <summary>Exclusive: a bid that reaches the gateway at this instant is late.</summary>
    public DateTimeOffset ClosesAt { get; private set; }
    public DateOnly DeliveryFrom { get; private set; }
    public DateOnly DeliveryTo { get; private set; }

    /// <summary>The most that one bid may ask for, in pence; null for no limit.</summary>
    public Money? CapPerBid { get; private set; }

    /// <summary>How much match funding a bid should bring, in percent of what it asks for.</summary>
    public int MatchPercent { get; private set; }

    /// <summary>The themes that a bid chooses from.</summary>
    public string[] Themes { get; private set; } = [];

    /// <summary>What bidders read about it first.</summary>
    public string About { get; private set; } = "";

    /// <summary>The money available for the round, in pence; null where it is not given.</summary>
    public Money? Available { get; private set; }

    /// <summary>How much of a partnership's money must serve its Problem Profile priorities, in percent.</summary>
    public int PriorityPercent { get; private set; }

    /// <summary>The partnerships that may bid; empty for all.</summary>
    public Partnership[] Invited { get; private set; } = [];

    /// <summary>The round's own questions.</summary>
    public IReadOnlyList<Question> Questions { get; private set; } = [];

    /// <summary>What assessors score, and how much each counts.</summary>
    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    /// <summary>The score, in percent, below which a bid should not be funded.</summary>
    public int ThresholdPercent { get; private set; }

    /// <summary>When partnerships that have not bid are reminded, and what has gone out.</summary>
    public RoundReminders Reminders { get; private set; } = new(RoundAnswers.UsualReminders, []);

    /// <summary>When the job must next look at its reminders; null while none are ahead.</summary>
    public DateTimeOffset? NextReminderAt { get; private set; }

    /// <summary>When bidders could first see it; null while it is still being written.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When the closing job ended it (UTC); null until then.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The version at which somebody last changed its answers. A reminder in between makes nobody's edit stale.</summary>
    public int EditedVersion { get; private set; }

    /// <summary>The moves of the deadline for everybody, oldest first.</summary>
    public IReadOnlyList<DeadlineMove> DeadlineMoves { get; private set; } = [];

    public bool IsPublished => PublishedAt is not null;

    public IReadOnlyList<FinancialYear> FundingYears => [.. FinancialYear.Covering(DeliveryFrom, DeliveryTo)];

    /// <summary>The partnerships that may bid, by name.</summary>
    public IReadOnlyList<Partnership> Bidders => Invited.Length == 0 ? Partnership.All : Invited;

    /// <summary>The next end of February after that day, 28th or 29th: bids are in by then (seed 004, paragraph 7).</summary>
    public static DateOnly DefaultDeadline(DateOnly today)
    {
        var thisYears = new DateOnly(today.Year, 3, 1).AddDays(-1);
        return today < thisYears ? thisYears : new DateOnly(today.Year + 1, 3, 1).AddDays(-1);
    }

    /// <summary>A round that bidders do not see yet.</summary>
    public static Result<Round> Draft(RoundAnswers answers, Person by, DateTimeOffset at)
    {
        var typed = answers.Tidied();
        if (typed.Problems() is { Count: > 0 } problems)
            return Result.Of(problems);
        var round = new Round();
        round.Take(typed, at);
        round.Raise(v => new RoundDrafted(round.Id, round.EditedVersion = v, at, by, round.Details));
        return round;
    }

    /// <summary>A round that is published as soon as it is created.</summary>
    public static Result<Round> Open(RoundAnswers answers, Person by, DateTimeOffset at)
    {
        var typed = answers.Tidied();
        if (typed.Problems() is { Count: > 0 } problems)
            return Result.Of(problems);
        var round = new Round();
        round.Take(typed, at);
        var result = round.Publish(null, by, at);
        return result.IsDone ? round : result;
    }

    /// <summary>
    /// Changes the answers: any of them before publication, afterwards only what harms nobody who has begun a bid. From then on, the
    /// deadline is moved by an act of its own.
    /// </summary>
    public Result Edit(RoundAnswers answers, int readVersion, Person by, DateTimeOffset at)
    {
        var typed = answers.Tidied() with { Published = IsPublished };
        if (typed.Problems() is { Count: > 0 } problems)
            return Result.Of(problems);
        if (JsonColumn.Same(typed, Answers))
            return Result.Done;
        if (IsPublished && !JsonColumn.Same(typed, Answers.WithHarmlessOf(typed)))
            return Result.Refused(
                "round-published",
                "Bidders have seen this round: only what it is about, hints and guidance, the money available and the reminders can "
                    + "still be changed"
            );
        if (EditedVersion > readVersion)
            return Result.Stale;
        Take(typed, at);
        Raise(v => new RoundDrafted(Id, EditedVersion = v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Lets bidders see it, as the officer has read it; they can bid from <see cref="OpensAt"/> on.</summary>
    public Result Publish(int? readVersion, Person by, DateTimeOffset at)
    {
        if (IsPublished)
            return Result.Done;
        if (readVersion < EditedVersion)
            return Result.Stale;
        if (ClosesAt <= at)
            return Result.Of([new(nameof(RoundAnswers.ClosesOn), "Deadline must be today or in the future")]);
        if (ThresholdPercent > 0 && Criteria.Count == 0)
            return Result.Of([new(nameof(Criteria), "Add the criteria that the threshold is about")]);
        PublishedAt = at;
        NextReminderAt = Reminders.NextLook(this, at);
        Raise(v => new RoundOpened(Id, EditedVersion = v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Whether that partnership may bid.</summary>
    public bool Invites(Partnership partnership) => Invited.Length == 0 || Invited.Contains(partnership);

    public RoundAnswers Answers =>
        new(Reference, Programme, Name, London.DateOf(OpensAt), LastDay, DeliveryFrom, DeliveryTo, CapPerBid, MatchPercent, Themes)
        {
            Published = IsPublished,
            About = About,
            Available = Available,
            PriorityPercent = PriorityPercent,
            Invited = Invited,
            Questions = Questions,
            Criteria = Criteria,
            ThresholdPercent = ThresholdPercent,
            ReminderDays = Reminders.Days,
        };

    /// <summary>The answers of next year's round, not published. If the deadline was moved, the first one counts.</summary>
    public RoundAnswers NextYear() =>
        (Answers with { ClosesOn = London.DateOf((DeadlineMoves is [var first, ..] ? first.From : ClosesAt).AddTicks(-1)) }).NextYear();

    public RoundDetails Details =>
        new(Reference, Programme, Name, OpensAt, ClosesAt, DeliveryFrom, DeliveryTo, CapPerBid, MatchPercent, Themes, ClosedAt is not null)
        {
            Published = IsPublished,
            About = About,
            Available = Available,
            PriorityPercent = PriorityPercent,
            Invited = Invited,
            Questions = Questions,
            Criteria = Criteria,
            ThresholdPercent = ThresholdPercent,
            ReminderDays = Reminders.Days,
        };

    private void Take(RoundAnswers typed, DateTimeOffset at)
    {
        // A published round keeps the exact instants at which it opens and closes.
        if (!IsPublished)
        {
            Reference = typed.Reference;
            Programme = typed.Programme;
            Name = typed.Name;
            (OpensAt, ClosesAt) = (London.StartOf(typed.OpensOn), London.EndOf(typed.ClosesOn));
            DeliveryFrom = typed.DeliveryFrom;
            DeliveryTo = typed.DeliveryTo;
            CapPerBid = typed.CapPerBid;
            MatchPercent = typed.MatchPercent;
            Themes = [.. typed.Themes];
            PriorityPercent = typed.PriorityPercent;
            ThresholdPercent = typed.ThresholdPercent;
            Invited = [.. typed.Invited ?? []];
        }
        About = typed.About ?? "";
        Available = typed.Available;
        Questions = typed.Questions ?? [];
        Criteria = typed.Criteria ?? [];
        Reminders = Reminders.Changed([.. typed.ReminderDays ?? RoundAnswers.UsualReminders], this, at);
        NextReminderAt = Reminders.NextLook(this, at);
    }

    /// <summary>The last day on which a bid can be submitted, in London.</summary>
    public DateOnly LastDay => London.DateOf(ClosesAt.AddTicks(-1));

    /// <summary>Whether a request that reached the gateway at that instant is in time.</summary>
    public bool IsOpenAt(DateTimeOffset at) => IsPublished && OpensAt <= at && at < ClosesAt;

    /// <summary>The time in which a partnership may bid that has an extension until then; null for none.</summary>
    public BiddingWindow WindowUntil(DateTimeOffset? extendedTo) => new(this, extendedTo > ClosesAt ? extendedTo.Value : ClosesAt);

    /// <summary>
    /// Gives everybody more time. If the request arrived before the deadline, it reopens a round that the job has closed meanwhile.
    /// </summary>
    public Result Extend(DateOnly lastDay, string? reason, Person by, DateTimeOffset at)
    {
        if (Moved(reason, by) is { } pressed && pressed.To == London.EndOf(lastDay))
            return Result.Done;
        if (NotMovable(at) is { } refused)
            return refused;
        var problems = ReasonProblems(reason);
        if (lastDay.Year > 2101)
            problems.Insert(0, new(nameof(LastDay), "The new deadline must be between 2000 and 2101"));
        else if (London.EndOf(lastDay) <= ClosesAt)
            problems.Insert(0, new(nameof(LastDay), $"The new deadline must be later than {London.Deadline(ClosesAt)}"));
        else if (London.EndOf(lastDay) > ClosesAt.AddDays(366))
            problems.Insert(0, new(nameof(LastDay), "The new deadline must be within a year of the one now"));
        if (problems.Count > 0)
            return Result.Of(problems);
        ClosedAt = null;
        Move(London.EndOf(lastDay), reason, by, at);
        return Result.Done;
    }

    /// <summary>
    /// Closes the round to everybody now. The officer types its reference, so that this never happens by mistake.
    /// </summary>
    public Result CloseEarly(string? typedReference, string? reason, Person by, DateTimeOffset at)
    {
        if (Moved(reason, by) is { } pressed && pressed.To == pressed.At && TypedText.Line(typedReference) == Reference)
            return Result.Done;
        if (NotMovable(at) is { } refused)
            return refused;
        if (at < OpensAt)
            return Result.Refused("round-not-open", $"{Name} has not opened yet, and cannot be closed early");
        var problems = ReasonProblems(reason);
        if (TypedText.Line(typedReference) != Reference)
            problems.Insert(0, new(nameof(Reference), $"Enter {Reference} to confirm that this is the round to close"));
        if (problems.Count > 0)
            return Result.Of(problems);
        Move(at, reason, by, at);
        return Result.Done;
    }

    /// <summary>Records that the deadline has been acted on; decides nothing.</summary>
    public void Close(DateTimeOffset at, IReadOnlyList<Standing>? standings = null)
    {
        if (ClosedAt is not null)
            return;
        (ClosedAt, NextReminderAt) = (at, null);
        Raise(v => new RoundClosed(Id, v, at, Person.Platform, Details, standings));
    }

    // The last move, where it has the same reason from the same person: the button may have been pressed twice.
    private DeadlineMove? Moved(string? reason, Person by) =>
        DeadlineMoves is [.., var last] && last.By.UserId == by.UserId && last.Reason == TypedText.Tidy(reason) ? last : null;

    /// <summary>Whether its deadline can be moved.</summary>
    public bool MayMove(DateTimeOffset at) => NotMovable(at) is null;

    /// <summary>Whether it can be closed before its deadline.</summary>
    public bool MayCloseEarly(DateTimeOffset at) => MayMove(at) && at >= OpensAt;

    private Result? NotMovable(DateTimeOffset at) =>
        !IsPublished ? Result.NotFound
        : at >= ClosesAt
            ? Result.Refused(
                "round-closed",
                $"{Name} closed at {London.Deadline(ClosesAt)}. Give an extension to a partnership that needs more time"
            )
        : null;

    private static List<Problem> ReasonProblems(string? reason) =>
        TypedText.Tidy(reason).Length is 0 or > LongestReason
            ? [new("Reason", "Enter why the deadline is moved, in 1,000 characters or less")]
            : [];

    private void Move(DateTimeOffset to, string? reason, Person by, DateTimeOffset at)
    {
        var move = new DeadlineMove(ClosesAt, to, TypedText.Tidy(reason), by, at);
        (ClosesAt, DeadlineMoves) = (to, [.. DeadlineMoves, move]);
        Reminders = Reminders.Anew(this, at);
        NextReminderAt = Reminders.NextLook(this, at);
        Raise(v => new RoundDeadlineMoved(Id, v, at, by, Details, move.From, move.Reason));
    }

    /// <summary>
    /// Reminds those who have submitted nothing, once for each rung. If everybody has submitted, nobody is written to, and the rung is
    /// done.
    /// </summary>
    public void Remind(IReadOnlyList<Standing> standings, DateTimeOffset at)
    {
        var waiting = standings.Where(s => s.Submitted == 0).ToList();
        var due = Reminders.Due(this, at);
        Reminders = Reminders.Used(due);
        NextReminderAt = Reminders.NextLook(this, at);
        if (due.Count > 0 && waiting.Count > 0)
            Raise(v => new RoundReminded(Id, v, at, Person.Platform, Details, due.Min(), waiting));
    }
}

/// <summary>One move of a round's deadline.</summary>
internal sealed record DeadlineMove(DateTimeOffset From, DateTimeOffset To, string Reason, Person By, DateTimeOffset At);
