using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A partnership began a bid. Publisher: Bids.</summary>
public sealed record BidStarted(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Details)
    : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>A section of a bid was saved. Publisher: Bids.</summary>
/// <param name="Id">The bid.</param>
/// <param name="Version">The bid's version.</param>
/// <param name="At">When.</param>
/// <param name="By">Who saved it.</param>
/// <param name="Details">The bid after it.</param>
/// <param name="Section">What was saved, of <see cref="BidSections"/>; empty where more time has made a lapsed bid a draft again.</param>
public sealed record BidSaved(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Details, string Section = "")
    : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>A bid was handed over to the partnership's lead, ready to be submitted. Publisher: Bids.</summary>
public sealed record BidReady(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Details)
    : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>A bid that was handed over was taken back before it was submitted. Publisher: Bids.</summary>
public sealed record BidRecalled(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Details)
    : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>The lead gave a bid back to its editors instead of submitting it. Publisher: Bids.</summary>
/// <param name="Id">The bid.</param>
/// <param name="Version">The bid's version.</param>
/// <param name="At">When.</param>
/// <param name="By">Who gave it back.</param>
/// <param name="Details">The bid.</param>
/// <param name="Reason">What is to be changed.</param>
public sealed record BidDeclined(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Details, string Reason)
    : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>A bid was submitted in time, or again after it was sent back. Publisher: Bids.</summary>
public sealed record BidSubmitted(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Details)
    : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>The office sent sections of a submitted bid back to be changed. Publisher: Bids.</summary>
public sealed record BidSentBack(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Details)
    : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>A submitted bid was given to assessors. Publisher: Bids.</summary>
public sealed record BidAssigned(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Details)
    : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>What was sent back was not resubmitted by the day that was set: the bid stands as it was submitted. Publisher: Bids.</summary>
public sealed record BidRestored(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Details)
    : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>The partnership withdrew its bid. Publisher: Bids.</summary>
/// <param name="Id">The bid.</param>
/// <param name="Version">The bid's version.</param>
/// <param name="At">When.</param>
/// <param name="By">Who withdrew it.</param>
/// <param name="Details">The bid.</param>
/// <param name="Reason">Why; empty where nothing was said.</param>
public sealed record BidWithdrawn(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Details, string Reason)
    : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>A draft was not submitted by the deadline. Publisher: Bids.</summary>
public sealed record BidLapsed(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Details)
    : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>The commissioner decided a bid. Publisher: Bids.</summary>
/// <param name="Id">The bid.</param>
/// <param name="Version">The bid's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
/// <param name="Details">The bid after it.</param>
/// <param name="DecisionReference">The record that decides it: "EXE005-24".</param>
/// <param name="Decision">What was decided.</param>
public sealed record BidDecided(
    Guid Id,
    int Version,
    DateTimeOffset At,
    Person By,
    BidDetails Details,
    string DecisionReference,
    Decision Decision
) : Event<BidDetails>(Id, Version, At, By, Details);

/// <summary>A bid as it stands.</summary>
/// <param name="RoundId">The round that it is made in.</param>
/// <param name="Reference">"CSP2025-MEL-03"; never changes.</param>
/// <param name="Partnership">The partnership whose bid it is.</param>
/// <param name="State">How far it is.</param>
/// <param name="Content">What the partnership typed.</param>
/// <param name="SubmittedAt">When it was last submitted; null for a draft.</param>
public sealed record BidDetails(
    Guid RoundId,
    string Reference,
    Partnership Partnership,
    BidState State,
    BidContent Content,
    DateTimeOffset? SubmittedAt
)
{
    /// <summary>When it was first submitted, which decides whether it was in time; null for a draft.</summary>
    public DateTimeOffset? FirstSubmittedAt { get; init; }

    /// <summary>SHA-256 of what was last submitted, in hex; null for a draft.</summary>
    public string? Hash { get; init; }

    /// <summary>The sections that were sent back, and why; empty unless some are.</summary>
    public IReadOnlyList<SectionNote> SentBack { get; init; } = [];

    /// <summary>What was sent back before the last submission, and what the partnership answered; empty where nothing was.</summary>
    public IReadOnlyList<SectionNote> Answered { get; init; } = [];

    /// <summary>The instant from which what was sent back can no longer be resubmitted; null unless something was.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>The user ids of those at the partnership who have worked on it, in the order in which they began.</summary>
    public IReadOnlyList<Guid> WorkedOnBy { get; init; } = [];

    /// <summary>When it was handed over to the lead, ready to be submitted; null unless it waits for that.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>What the commissioner decided; null until then.</summary>
    public Decision? Decision { get; init; }
}

/// <summary>Why a section was sent back.</summary>
/// <param name="Section">Of <see cref="BidSections"/>; of a return an intervention's id, or one of its words.</param>
/// <param name="Reason">What is to be changed.</param>
public sealed record SectionNote(string Section, string Reason)
{
    /// <summary>What people call a section of a return; empty for a bid, whose sections have fixed names.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the partnership answered: what it has changed, or why not; empty until it has.</summary>
    public string Answer { get; init; } = "";
}

/// <summary>Where a bid stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BidState>))]
public enum BidState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed in before the deadline.</summary>
    Submitted,

    /// <summary>Handed in, and sent back to be changed.</summary>
    SentBack,

    /// <summary>Given to assessors: no longer changed or withdrawn without the office.</summary>
    UnderAssessment,

    /// <summary>Still a draft at the deadline.</summary>
    Lapsed,

    /// <summary>Taken back by the partnership.</summary>
    Withdrawn,

    /// <summary>The commissioner has decided.</summary>
    Decided,
}
