using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Figures;

/// <summary>A round as bidders and reports see it.</summary>
internal sealed class RoundRow : IRow
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string Reference { get; set; } = "";
    public string Programme { get; set; } = "";
    public string Name { get; set; } = "";
    public string About { get; set; } = "";
    public DateTimeOffset OpensAt { get; set; }
    public DateTimeOffset ClosesAt { get; set; }
    public DateOnly DeliveryFrom { get; set; }
    public DateOnly DeliveryTo { get; set; }
    public Money? CapPerBid { get; set; }
    public Money? Available { get; set; }
    public int MatchPercent { get; set; }

    /// <summary>How much of a partnership's money must go to its Problem Profile priorities; 0 for none.</summary>
    public int PriorityPercent { get; set; }
    public string[] Themes { get; set; } = [];

    /// <summary>Whether bidders see it.</summary>
    public bool Published { get; set; }

    /// <summary>The codes of those who may bid; empty for everybody.</summary>
    public string[] Invited { get; set; } = [];
}

/// <summary>More time for one partnership in a round: asked for, given, refused or over.</summary>
internal sealed class ExtensionRow : IRow, IOfPartnership
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

/// <summary>One assessor's work on one bid. For the office alone, and without scores.</summary>
internal sealed class AssessmentRow : IRow
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string BidReference { get; set; } = "";
    public Guid AssessorId { get; set; }
    public AssessmentState State { get; set; }
}

/// <summary>A bid as the office lists it: no draft's words.</summary>
internal sealed class BidRow : IRow, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Guid RoundId { get; set; }
    public string Reference { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;
    public string Title { get; set; } = "";
    public string Theme { get; set; } = "";

    /// <summary>What it will do: a grant's purpose.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Why it is needed: the reasons for a grant.</summary>
    public string Need { get; set; } = "";
    public BidState State { get; set; }
    public Money Asked { get; set; }

    /// <summary>Of what is asked, for priorities of the Problem Profile.</summary>
    public Money PriorityAsked { get; set; }

    /// <summary>The census whose areas are meant.</summary>
    public int? Vintage { get; set; }

    /// <summary>While it is sent back: the first instant at which it can no longer be submitted again.</summary>
    public DateTimeOffset? AnswerBy { get; set; }
    public Decision? Decision { get; set; }

    /// <summary>As people read it: "under assessment".</summary>
    public string StateInWords =>
        (State, Decision) switch
        {
            (BidState.Draft, _) => "draft, not submitted yet",
            (BidState.SentBack, _) => "sent back",
            (BidState.UnderAssessment, _) => "under assessment",
            (BidState.Decided, Contracts.Decision.Supported) => "supported",
            (BidState.Decided, Contracts.Decision.NotSupported) => "not supported",
            _ => State.ToString().ToLowerInvariant(),
        };
}

/// <summary>A decision record: whom it waits for, and the whole of it.</summary>
internal sealed class DecisionRow : IRow
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string Reference { get; set; } = "";
    public string Title { get; set; } = "";
    public DecisionStep Step { get; set; }
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Whether the public may read about it: it is in the register, and its details may be published.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Whether the record itself may be read, and not only that it was made.</summary>
    public bool IsRecordPublic { get; set; }
    public DecisionDetails Details { get; set; } = null!;
}
