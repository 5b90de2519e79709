using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A grant's return for a quarter was put on the calendar. Publisher: Returns.</summary>
public sealed record ReturnScheduled(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>The quarter is over: the return can be filled in. Publisher: Returns.</summary>
public sealed record ReturnOpened(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>A part of a return was saved. Publisher: Returns.</summary>
public sealed record ReturnSaved(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>The editor handed a return over to be certified. Publisher: Returns.</summary>
public sealed record ReturnReady(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>A return was certified and submitted. Publisher: Returns.</summary>
public sealed record ReturnSubmitted(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>The lead did not certify: the editors have to change something first. Publisher: Returns.</summary>
/// <param name="Id">The return.</param>
/// <param name="Version">The return's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
/// <param name="Details">The return after it.</param>
/// <param name="Reason">What the editors are to change.</param>
public sealed record ReturnDeclined(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details, string Reason)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>An officer sent parts of a submitted return back. Publisher: Returns.</summary>
public sealed record ReturnSentBack(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>An officer accepted a return: from now on it does not change. Publisher: Returns.</summary>
public sealed record ReturnAccepted(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details)
    : Event<ReturnDetails>(Id, Version, At, By, Details)
{
    /// <summary>Whether it had been sent back, and was then accepted as it was submitted: what was changed since is dropped.</summary>
    public bool AfterAll { get; init; }
}

/// <summary>A return was given a later due date. Publisher: Returns.</summary>
/// <param name="Id">The return.</param>
/// <param name="Version">The return's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
/// <param name="Details">The return after it.</param>
/// <param name="Reason">Why it has more time.</param>
public sealed record ReturnExtended(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details, string Reason)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>A return is not needed: the office says so, or the grant no longer runs in its quarter. Publisher: Returns.</summary>
/// <param name="Id">The return.</param>
/// <param name="Version">The return's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
/// <param name="Details">The return after it.</param>
/// <param name="Reason">Why nobody needs it.</param>
public sealed record ReturnNotRequired(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details, string Reason)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>
/// A return that is not in follows its grant or its programme's rule: other interventions, amounts, targets or dates. Publisher: Returns.
/// </summary>
/// <param name="Id">The return.</param>
/// <param name="Version">The return's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
/// <param name="Details">The return after it.</param>
/// <param name="Reason">What it follows, in words.</param>
public sealed record ReturnRescheduled(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details, string Reason)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>Chasing of a return was paused, stopped or resumed. Publisher: Returns.</summary>
/// <param name="Id">The return.</param>
/// <param name="Version">The return's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
/// <param name="Details">The return after it.</param>
/// <param name="Reason">Why.</param>
public sealed record ChasingChanged(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details, string Reason)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>An officer had a reminder sent now, whatever the ladder says. Publisher: Returns.</summary>
/// <param name="Id">The return.</param>
/// <param name="Version">The return's version.</param>
/// <param name="At">When.</param>
/// <param name="By">The officer.</param>
/// <param name="Details">The return as it stands.</param>
/// <param name="Audience">The roles at the partnership that are written to.</param>
public sealed record ReturnReminded(
    Guid Id,
    int Version,
    DateTimeOffset At,
    Person By,
    ReturnDetails Details,
    IReadOnlyList<string> Audience
) : Event<ReturnDetails>(Id, Version, At, By, Details)
{
    /// <summary>
    /// The day on which payment is held and the board is told unless the return is in; null where that has come, or never does.
    /// </summary>
    public DateOnly? HoldsOn { get; init; }
}

/// <summary>An officer noted what a partnership answered: a call, an e-mail. Publisher: Returns.</summary>
/// <param name="Id">The return.</param>
/// <param name="Version">The return's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
/// <param name="Details">The return after it.</param>
/// <param name="Text">What the partnership answered, as the officer noted it.</param>
public sealed record ReplyNoted(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details, string Text)
    : Event<ReturnDetails>(Id, Version, At, By, Details);

/// <summary>
/// A return that is not in, or not back, reached a rung of its ladder. Once per return, due date or sending back, and rung. Publisher:
/// Returns.
/// </summary>
/// <param name="Id">The return.</param>
/// <param name="Version">The return's version.</param>
/// <param name="At">When.</param>
/// <param name="By">The platform.</param>
/// <param name="Details">The return as it stands.</param>
/// <param name="Rung">The rung: where several were missed, the highest.</param>
public sealed record ReturnChased(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Details, Rung Rung)
    : Event<ReturnDetails>(Id, Version, At, By, Details)
{
    /// <summary>
    /// The day on which payment is held and the board is told unless the return is in; null where that has come, or never does.
    /// </summary>
    public DateOnly? HoldsOn { get; init; }

    /// <summary>Whether payment was held before this rung.</summary>
    public bool WasHeld { get; init; }
}

/// <summary>A return as it stands.</summary>
/// <param name="GrantId">The grant that it reports on, by id.</param>
/// <param name="GrantReference">The reference of that grant: "SS5-MEL-01".</param>
/// <param name="Programme">The fund that the grant comes from.</param>
/// <param name="Title">The project's title.</param>
/// <param name="Partnership">The partnership that owes it.</param>
/// <param name="Quarter">The quarter that it is about.</param>
/// <param name="OpensOn">The first day it can be filled in.</param>
/// <param name="DueOn">The last day on which it is not late, extensions included.</param>
/// <param name="State">How far it is.</param>
/// <param name="Lines">What is reported of each intervention; empty until something is saved.</param>
/// <param name="FirstSubmittedAt">When it first came in; kept through rework; null when it never has.</param>
/// <param name="WorkingDaysLate">At first submission: 0 is on time, null is not in yet.</param>
public sealed record ReturnDetails(
    Guid GrantId,
    string GrantReference,
    string Programme,
    string Title,
    Partnership Partnership,
    Quarter Quarter,
    DateOnly OpensOn,
    DateOnly DueOn,
    ReturnState State,
    IReadOnlyList<ReturnLine> Lines,
    DateTimeOffset? FirstSubmittedAt,
    int? WorkingDaysLate
)
{
    /// <summary>What is reported of the quarter as a whole.</summary>
    public ReturnOverall Overall { get; init; } = new();

    /// <summary>Why there is nothing to report; empty where there is.</summary>
    public string NilReason { get; init; } = "";

    /// <summary>The sections that were sent back, and why; empty unless some are.</summary>
    public IReadOnlyList<SectionNote> SentBack { get; init; } = [];

    /// <summary>What was sent back before the last submission, and what the partnership answered; empty where nothing was.</summary>
    public IReadOnlyList<SectionNote> Answered { get; init; } = [];

    /// <summary>The last day on which it is not late to be back, extensions included; null unless it is sent back.</summary>
    public DateOnly? BackBy { get; init; }

    /// <summary>When it was last sent back, which tells one sending back from another; null unless it is sent back.</summary>
    public DateTimeOffset? SentBackAt { get; init; }

    /// <summary>
    /// Working days from the day to be back by to the submission, added up over each time that it was sent back: 0 is in time, null is
    /// never back. Apart from <see cref="WorkingDaysLate"/>.
    /// </summary>
    public int? ReworkDaysLate { get; init; }

    /// <summary>The due date before the first extension; null where there was none.</summary>
    public DateOnly? FirstDueOn { get; init; }

    /// <summary>Whether it is chased.</summary>
    public ChasingState Chasing { get; init; }

    /// <summary>The day on which a pause ends; null where somebody has to resume it.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Whether payment of the grant waits for this return.</summary>
    public bool PaymentHeld { get; init; }

    /// <summary>Whether the board paper names it.</summary>
    public bool NamedToBoard { get; init; }

    /// <summary>When it last came in; null when it never has.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>SHA-256 of what was last submitted, in hex; null when it never has been.</summary>
    public string? Hash { get; init; }

    /// <summary>The user ids of those at the partnership who have worked on it, in the order in which they began.</summary>
    public IReadOnlyList<Guid> WorkedOnBy { get; init; } = [];

    /// <summary>When an officer accepted it; null until then.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Whether it is not required because the quarter was reported on paper: its figures exist, but not here.</summary>
    public bool OnPaper { get; init; }

    /// <summary>Whether the office still waits for it to come in for the first time: only then can it be overdue.</summary>
    [JsonIgnore]
    public bool IsOwed => FirstSubmittedAt is null && State != ReturnState.NotRequired;
}

/// <summary>Where a return stands. Overdue is not a state: it is any state in which it is owed, after the due date.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReturnState>))]
public enum ReturnState
{
    /// <summary>Its quarter is not over yet.</summary>
    Scheduled,

    /// <summary>Can be filled in; nobody has.</summary>
    Open,

    /// <summary>Something has been saved.</summary>
    InProgress,

    /// <summary>Handed over to the lead to certify.</summary>
    ReadyToCertify,

    /// <summary>Certified and submitted.</summary>
    Submitted,

    /// <summary>Submitted, and sent back to be changed in parts.</summary>
    SentBack,

    /// <summary>Read and accepted: it does not change any more.</summary>
    Accepted,

    /// <summary>The office does not need it.</summary>
    NotRequired,
}

/// <summary>Whether a return is chased.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChasingState>))]
public enum ChasingState
{
    /// <summary>By its programme's ladder.</summary>
    On,

    /// <summary>Paused.</summary>
    Paused,

    /// <summary>Stopped for good.</summary>
    Stopped,
}
