using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Model;

/// <summary>A row that events fill: it keeps the newest version that has been seen.</summary>
internal interface ILine
{
    Guid Id { get; init; }
    int Version { get; set; }
}

internal sealed class RoundLine : ILine
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string Reference { get; set; } = "";
    public string Name { get; set; } = "";
    public DateTimeOffset OpensAt { get; set; }
    public DateTimeOffset ClosesAt { get; set; }

    /// <summary>Whether bidders see it.</summary>
    public bool Published { get; set; }

    /// <summary>The codes of those who may bid; empty for everybody.</summary>
    public string[] Invited { get; set; } = [];
}

/// <summary>More time for one partnership in a round: asked for, given, refused or over.</summary>
internal sealed class ExtensionLine : ILine, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Guid RoundId { get; set; }
    public string RoundReference { get; set; } = "";
    public string RoundName { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;
    public ExtensionState State { get; set; }
    public DateTimeOffset? Until { get; set; }
    public string Answer { get; set; } = "";
}

/// <summary>What a partnership has to deal with first, for a time.</summary>
internal sealed class ProfileLine : ILine, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Partnership Partnership { get; set; } = null!;
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }

    /// <summary>Their names, as they are listed.</summary>
    public string[] Priorities { get; set; } = [];
}

/// <summary>One assessor's work on one bid. For the office alone, and without scores.</summary>
internal sealed class AssessmentLine : ILine
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string BidReference { get; set; } = "";
    public Guid AssessorId { get; set; }
    public AssessmentState State { get; set; }
}

/// <summary>A decision record, and whom it waits for.</summary>
internal sealed class DecisionLine : ILine
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string Reference { get; set; } = "";
    public string Title { get; set; } = "";
    public DecisionStep Step { get; set; }
}

internal sealed class BidLine : ILine, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Guid RoundId { get; set; }
    public string Reference { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;
    public string Title { get; set; } = "";
    public BidState State { get; set; }
    public Money Asked { get; set; }

    /// <summary>While it is sent back: the first instant at which it can no longer be submitted again.</summary>
    public DateTimeOffset? AnswerBy { get; set; }
    public Decision? Decision { get; set; }

    /// <summary>As people read it: "under assessment".</summary>
    public string StateInWords => (State, Decision) switch
    {
        (BidState.Draft, _) => "draft, not submitted yet",
        (BidState.SentBack, _) => "sent back",
        (BidState.UnderAssessment, _) => "under assessment",
        (BidState.Decided, Contracts.Decision.Supported) => "supported",
        (BidState.Decided, Contracts.Decision.NotSupported) => "not supported",
        _ => State.ToString().ToLowerInvariant(),
    };
}

internal sealed class GrantLine : ILine, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string Reference { get; set; } = "";
    public string Programme { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;
    public string Title { get; set; } = "";
    public DateOnly DeliveryTo { get; set; }
    public Money Amount { get; set; }

    /// <summary>When the lead accepted the agreement; null until then.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }
}

/// <summary>One promised output of a grant.</summary>
internal sealed class TargetLine : IOfPartnership
{
    public Guid GrantId { get; init; }
    public Guid InterventionId { get; init; }
    public string Indicator { get; init; } = "";
    public Partnership Partnership { get; init; } = null!;
    public string Programme { get; init; } = "";
    public string GrantReference { get; init; } = "";
    public string Intervention { get; init; } = "";
    public int Order { get; init; }

    /// <summary>As it stands; 0 where it is no longer promised.</summary>
    public int Target { get; init; }

    /// <summary>What was promised at first, where that was varied.</summary>
    public int? Original { get; init; }
    public TargetKind Kind { get; init; }
}

internal sealed class ReturnLine : ILine, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Guid GrantId { get; set; }
    public string GrantReference { get; set; } = "";
    public string Title { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;
    public Quarter Quarter { get; set; }
    public DateOnly OpensOn { get; set; }
    public DateOnly DueOn { get; set; }
    public ReturnState State { get; set; }
    public DateTimeOffset? FirstSubmittedAt { get; set; }
    public int? WorkingDaysLate { get; set; }

    /// <summary>The highest rung of the ladder that it was chased on, for the due date as it stands.</summary>
    public int? Rung { get; set; }
    public ChasingState Chasing { get; set; }
    public bool PaymentHeld { get; set; }

    /// <summary>Whether the office still waits for it to come in for the first time.</summary>
    public bool IsOwed { get; set; }

    public string Address => $"/returns/{GrantReference}/{Quarter.ToString().Replace('/', '-').Replace(' ', '-').ToLowerInvariant()}";

    public bool IsOverdueOn(DateOnly day) => IsOwed && DueOn < day;
}

/// <summary>What a return said of one output of one intervention.</summary>
internal sealed class AchievementLine
{
    public Guid ReturnId { get; init; }
    public Guid GrantId { get; init; }
    public Guid InterventionId { get; init; }
    public string Indicator { get; init; } = "";
    public int Quantity { get; init; }
}

/// <summary>One thing that happened, in words.</summary>
internal sealed class Activity
{
    public Guid Id { get; init; }
    public int Version { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
    public string Text { get; init; } = "";
    public string? Link { get; init; }

    /// <summary>What it is about, beside the thing that it happened to: the return that a letter reminds of.</summary>
    public Guid About { get; init; }

    /// <summary>Whose timeline it stands on; null for nobody's.</summary>
    public Partnership? Partnership { get; init; }

    /// <summary>Whether it is for timelines alone, and no news: a letter, a save.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether partnerships do not see it.</summary>
    public bool IsOfficeOnly { get; init; }

    /// <summary>Whether somebody at the office must do something about it.</summary>
    public bool IsAlert { get; init; }

    /// <summary>What an alert is about: of several about the same, the newest says enough.</summary>
    public string Topic { get; init; } = "";
}
