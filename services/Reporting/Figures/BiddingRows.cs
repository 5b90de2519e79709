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

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What bidders read about it first.</summary>
    public string About { get; set; } = "";

    /// <summary>When partnerships can start to bid (UTC).</summary>
    public DateTimeOffset OpensAt { get; set; }

    /// <summary>The deadline, exclusive (UTC).</summary>
    public DateTimeOffset ClosesAt { get; set; }
    public DateOnly DeliveryFrom { get; set; }
    public DateOnly DeliveryTo { get; set; }

    /// <summary>The most that one bid may ask for, in pence; null for no limit.</summary>
    public Money? CapPerBid { get; set; }

    /// <summary>The money available for it, in pence; null where it is not given.</summary>
    public Money? Available { get; set; }

    /// <summary>How much match funding a bid should bring, in percent.</summary>
    public int MatchPercent { get; set; }

    /// <summary>How much of a partnership's money must go to its Problem Profile priorities; 0 for none.</summary>
    public int PriorityPercent { get; set; }

    /// <summary>The themes that a bid chooses from.</summary>
    public string[] Themes { get; set; } = [];

    /// <summary>Whether bidders see it.</summary>
    public bool Published { get; set; }

    /// <summary>The codes of those who may bid; empty for everybody.</summary>
    public string[] Invited { get; set; } = [];
}

/// <summary>More time for one partnership in a round: requested, granted, refused or ended.</summary>
internal sealed class ExtensionRow : IRow, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Guid RoundId { get; set; }
    public string RoundReference { get; set; } = "";

    /// <summary>The round's name.</summary>
    public string RoundName { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;

    /// <summary>Requested, or how it was answered.</summary>
    public ExtensionState State { get; set; }

    /// <summary>The partnership's new deadline, exclusive (UTC); null unless more time was given.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>What the office answered; empty until then.</summary>
    public string Answer { get; set; } = "";
}

/// <summary>One assessor's work on one bid, without scores. Only the office may see it.</summary>
internal sealed class AssessmentRow : IRow
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string BidReference { get; set; } = "";
    public Guid AssessorId { get; set; }

    /// <summary>How far it is.</summary>
    public AssessmentState State { get; set; }
}

/// <summary>A bid as it was last saved. While it is a draft, only its partnership may see more than that it exists.</summary>
internal sealed class BidRow : IRow, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Guid RoundId { get; set; }
    public string Reference { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;

    /// <summary>What the project is called.</summary>
    public string Title { get; set; } = "";

    /// <summary>The round's theme that it has chosen; empty until then.</summary>
    public string Theme { get; set; } = "";

    /// <summary>What it will do: the purpose of a grant that is made of it.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Why it is needed: the reason for such a grant, where its record gives none.</summary>
    public string Need { get; set; } = "";

    /// <summary>How far it has got, from draft to decision.</summary>
    public BidState State { get; set; }

    /// <summary>When it was handed over to the lead (UTC); null unless it waits to be submitted.</summary>
    public DateTimeOffset? ReadyAt { get; set; }

    /// <summary>What it asks for, in pence.</summary>
    public Money Asked { get; set; }

    /// <summary>How much of that is for priorities of the Problem Profile, in pence.</summary>
    public Money PriorityAsked { get; set; }

    /// <summary>The census whose areas are meant.</summary>
    public int? Vintage { get; set; }

    /// <summary>The instant before which it must be resubmitted (UTC); null unless it is sent back.</summary>
    public DateTimeOffset? AnswerBy { get; set; }

    /// <summary>What the commissioner decided; null until then.</summary>
    public Decision? Decision { get; set; }

    /// <summary>Its state in words: "under assessment".</summary>
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

    /// <summary>What it decides on.</summary>
    public string Title { get; set; } = "";

    /// <summary>Whom it waits for, or how it ended.</summary>
    public DecisionStep Step { get; set; }

    /// <summary>The day on which the commissioner signed; null until then.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Whether the public may read its details: it is in the register, and they may be published.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Whether the record itself may be published, and not only that it was made.</summary>
    public bool IsRecordPublic { get; set; }
    public DecisionDetails Details { get; set; } = null!;
}
