using System.Text.Json.Serialization;

namespace Platform.Contracts;

// Scores are not in these messages: assessors score blind, and a message is readable by whoever reads the broker.

/// <summary>Somebody was asked to assess a bid. Publisher: Bids.</summary>
public sealed record AssessmentAssigned(Guid Id, int Version, DateTimeOffset At, Person By, AssessmentDetails Details)
    : Event<AssessmentDetails>(Id, Version, At, By, Details);

/// <summary>An assessor declared an interest, or none. Publisher: Bids.</summary>
public sealed record InterestDeclared(Guid Id, int Version, DateTimeOffset At, Person By, AssessmentDetails Details)
    : Event<AssessmentDetails>(Id, Version, At, By, Details);

/// <summary>An assessor has saved scores, some or all. Publisher: Bids.</summary>
public sealed record AssessmentScored(Guid Id, int Version, DateTimeOffset At, Person By, AssessmentDetails Details)
    : Event<AssessmentDetails>(Id, Version, At, By, Details);

/// <summary>An assessment that nobody needs any more was withdrawn. Publisher: Bids.</summary>
public sealed record AssessmentCancelled(Guid Id, int Version, DateTimeOffset At, Person By, AssessmentDetails Details)
    : Event<AssessmentDetails>(Id, Version, At, By, Details);

/// <summary>The assessors of a bid have agreed. Publisher: Bids.</summary>
public sealed record BidModerated(Guid Id, int Version, DateTimeOffset At, Person By, ModerationDetails Details)
    : Event<ModerationDetails>(Id, Version, At, By, Details);

/// <summary>One assessor's work on one bid, without the scores.</summary>
/// <param name="BidId">The bid.</param>
/// <param name="BidReference">Its reference.</param>
/// <param name="Assessor">Who assesses.</param>
/// <param name="State">How far it is.</param>
/// <param name="Interest">The interest that was declared; null for none or while nothing was declared.</param>
public sealed record AssessmentDetails(Guid BidId, string BidReference, Person Assessor, AssessmentState State, string? Interest);

/// <summary>How far an assessment is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssessmentState>))]
public enum AssessmentState
{
    /// <summary>Interest not declared yet.</summary>
    Assigned,

    /// <summary>An interest was declared: this person sees nothing more of the bid.</summary>
    Conflicted,

    /// <summary>No interest; scoring.</summary>
    Scoring,

    /// <summary>Every criterion is scored.</summary>
    Complete,

    /// <summary>No longer needed.</summary>
    Cancelled,
}

/// <summary>What the assessors of a bid agreed.</summary>
/// <param name="BidId">The bid.</param>
/// <param name="BidReference">Its reference.</param>
/// <param name="Scores">One for each criterion of the round.</param>
/// <param name="Percent">The weighted score, 0 to 100, rounded to two places.</param>
/// <param name="Recommended">The amounts recommended; empty where none is.</param>
/// <param name="Conditions">What the grant should depend on.</param>
/// <param name="Comment">What the panel says.</param>
public sealed record ModerationDetails(
    Guid BidId,
    string BidReference,
    IReadOnlyList<AgreedScore> Scores,
    decimal Percent,
    IReadOnlyList<Award> Recommended,
    IReadOnlyList<string> Conditions,
    string Comment
);

/// <summary>What was agreed on one criterion.</summary>
/// <param name="CriterionId">The criterion of the round, by id.</param>
/// <param name="Score">The score, 0 to 4.</param>
/// <param name="Reason">Why the panel agreed on that score.</param>
public sealed record AgreedScore(Guid CriterionId, int Score, string Reason);
