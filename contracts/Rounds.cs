using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A round was written or changed; <see cref="RoundDetails.Published"/> says whether bidders see it. Publisher: Bids.</summary>
public sealed record RoundDrafted(Guid Id, int Version, DateTimeOffset At, Person By, RoundDetails Details)
    : Event<RoundDetails>(Id, Version, At, By, Details);

/// <summary>A round was published: bidders see it, and may bid from <see cref="RoundDetails.OpensAt"/> on. Publisher: Bids.</summary>
public sealed record RoundOpened(Guid Id, int Version, DateTimeOffset At, Person By, RoundDetails Details)
    : Event<RoundDetails>(Id, Version, At, By, Details);

/// <summary>The deadline for everybody was moved, later or earlier. Publisher: Bids.</summary>
/// <param name="Id">The round.</param>
/// <param name="Version">The round's version.</param>
/// <param name="At">When it was moved.</param>
/// <param name="By">The officer.</param>
/// <param name="Details">With the new deadline.</param>
/// <param name="From">The deadline before.</param>
/// <param name="Reason">Why.</param>
public sealed record RoundDeadlineMoved(
    Guid Id,
    int Version,
    DateTimeOffset At,
    Person By,
    RoundDetails Details,
    DateTimeOffset From,
    string Reason
) : Event<RoundDetails>(Id, Version, At, By, Details);

/// <summary>The deadline is some days away: those who have not submitted are reminded. Publisher: Bids.</summary>
/// <param name="Id">The round.</param>
/// <param name="Version">The round's version.</param>
/// <param name="At">When.</param>
/// <param name="By">The platform.</param>
/// <param name="Details">The round.</param>
/// <param name="DaysLeft">The rung, in days before the deadline: 28, 14, 7 or 1.</param>
/// <param name="Waiting">Invited partnerships without a submitted bid, with what they have.</param>
public sealed record RoundReminded(
    Guid Id,
    int Version,
    DateTimeOffset At,
    Person By,
    RoundDetails Details,
    int DaysLeft,
    IReadOnlyList<Standing> Waiting
) : Event<RoundDetails>(Id, Version, At, By, Details);

/// <summary>A round's deadline has passed; its drafts have lapsed. Publisher: Bids.</summary>
/// <param name="Id">The round.</param>
/// <param name="Version">The round's version.</param>
/// <param name="At">When the closing was done.</param>
/// <param name="By">The platform, or the officer who closed it early.</param>
/// <param name="Details">The round.</param>
/// <param name="Standings">How each invited partnership stood.</param>
public sealed record RoundClosed(
    Guid Id,
    int Version,
    DateTimeOffset At,
    Person By,
    RoundDetails Details,
    IReadOnlyList<Standing>? Standings = null
) : Event<RoundDetails>(Id, Version, At, By, Details);

/// <summary>A partnership asked for more time. Publisher: Bids.</summary>
public sealed record ExtensionRequested(Guid Id, int Version, DateTimeOffset At, Person By, ExtensionDetails Details)
    : Event<ExtensionDetails>(Id, Version, At, By, Details);

/// <summary>One partnership was given more time; the public deadline stays. Publisher: Bids.</summary>
public sealed record ExtensionGranted(Guid Id, int Version, DateTimeOffset At, Person By, ExtensionDetails Details)
    : Event<ExtensionDetails>(Id, Version, At, By, Details);

/// <summary>A partnership's request for more time was refused. Publisher: Bids.</summary>
public sealed record ExtensionRefused(Guid Id, int Version, DateTimeOffset At, Person By, ExtensionDetails Details)
    : Event<ExtensionDetails>(Id, Version, At, By, Details);

/// <summary>A partnership's extension has run out; what it had not submitted has lapsed. Publisher: Bids.</summary>
public sealed record ExtensionEnded(Guid Id, int Version, DateTimeOffset At, Person By, ExtensionDetails Details)
    : Event<ExtensionDetails>(Id, Version, At, By, Details);

/// <summary>A round as bidders and readers see it.</summary>
/// <param name="Reference">"CSP2025": begins the reference of each of its bids.</param>
/// <param name="Programme">The fund it belongs to: "Community safety fund".</param>
/// <param name="Name">"Community safety fund 2025/26".</param>
/// <param name="OpensAt">The first instant at which a bid can be started.</param>
/// <param name="ClosesAt">The first instant at which no bid can be submitted any more (exclusive).</param>
/// <param name="DeliveryFrom">The first day that its money may be spent on.</param>
/// <param name="DeliveryTo">The last day that its money may be spent on.</param>
/// <param name="CapPerBid">The most that one bid may ask for; null for no cap.</param>
/// <param name="MatchPercent">The match funding expected, in percent of what is asked; 0 for none.</param>
/// <param name="Themes">What a bid may be about.</param>
/// <param name="Closed">Whether the deadline has been acted on. Whether a bid is in time is never read from this.</param>
public sealed record RoundDetails(
    string Reference,
    string Programme,
    string Name,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    DateOnly DeliveryFrom,
    DateOnly DeliveryTo,
    Money? CapPerBid,
    int MatchPercent,
    IReadOnlyList<string> Themes,
    bool Closed
)
{
    /// <summary>Whether bidders see it.</summary>
    public bool Published { get; init; } = true;

    /// <summary>What it is for and who should bid, in a paragraph or two.</summary>
    public string About { get; init; } = "";

    /// <summary>The money there is for all bids; null where it is not said.</summary>
    public Money? Available { get; init; }

    /// <summary>How much of a partnership's money must go to its Problem Profile priorities, in percent; 0 for none.</summary>
    public int PriorityPercent { get; init; }

    /// <summary>Who may bid; empty for every partnership.</summary>
    public IReadOnlyList<Partnership> Invited { get; init; } = [];

    /// <summary>What is asked in this round beside the usual sections.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What assessors score, 0 to 4 each.</summary>
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>The weighted score, in percent, from which a bid is recommended; 0 for none.</summary>
    public int ThresholdPercent { get; init; }

    /// <summary>How many days before the deadline reminders go out.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [];
}

/// <summary>A question that one round asks.</summary>
/// <param name="Id">Stays the same when the words change.</param>
/// <param name="Text">The question.</param>
/// <param name="Hint">What helps to answer it; empty for none.</param>
/// <param name="Optional">Whether a bid can be submitted without an answer.</param>
/// <param name="MostWords">The longest answer, in words.</param>
public sealed record Question(Guid Id, string Text, string Hint, bool Optional, int MostWords);

/// <summary>What assessors score.</summary>
/// <param name="Id">Stays the same when the words change.</param>
/// <param name="Name">What it is called: "Evidence of need".</param>
/// <param name="Guidance">What earns a high score.</param>
/// <param name="Weight">Its share of the total, 1 or more, relative to the other criteria.</param>
public sealed record Criterion(Guid Id, string Name, string Guidance, int Weight);

/// <summary>How many bids a partnership has in a round.</summary>
/// <param name="Partnership">Whose.</param>
/// <param name="Submitted">How many bids it has submitted.</param>
/// <param name="Drafts">How many it has begun and not submitted; lapsed ones after the deadline.</param>
/// <param name="ClosesAt">Its deadline: the round's, or that of its extension (exclusive).</param>
public sealed record Standing(Partnership Partnership, int Submitted, int Drafts, DateTimeOffset ClosesAt);

/// <summary>More time for one partnership.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="RoundReference">The round's reference: "CSP2025".</param>
/// <param name="RoundName">The round's name: "Community safety fund 2025/26".</param>
/// <param name="Partnership">The partnership that has it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was asked for or given.</param>
/// <param name="Until">The first instant at which it is over; null while requested or where refused.</param>
/// <param name="Answer">What the office said to a request; empty for none.</param>
public sealed record ExtensionDetails(
    Guid RoundId,
    string RoundReference,
    string RoundName,
    Partnership Partnership,
    ExtensionState State,
    string Reason,
    DateTimeOffset? Until,
    string Answer
);

/// <summary>Where an extension stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExtensionState>))]
public enum ExtensionState
{
    /// <summary>The partnership has asked.</summary>
    Requested,

    /// <summary>The office has agreed.</summary>
    Granted,

    /// <summary>The office has not agreed.</summary>
    Refused,

    /// <summary>Its time is over.</summary>
    Ended,
}
