using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>What is reported of one intervention for one quarter.</summary>
/// <param name="InterventionId">The intervention of the grant, by id.</param>
/// <param name="Status">How it goes; null while it is not said.</param>
/// <param name="Narrative">What happened.</param>
/// <param name="Capital">Spent in the quarter on things that last; null while it is not said.</param>
/// <param name="Revenue">Spent in the quarter on running costs; null while it is not said.</param>
/// <param name="Achieved">Per output, in the grant's order, what the quarter added, or what it stood at where quarters do not add up;
/// empty while it is not said.</param>
public sealed record ReturnLine(
    Guid InterventionId,
    DeliveryStatus? Status,
    string Narrative,
    Money? Capital,
    Money? Revenue,
    IReadOnlyList<Achievement> Achieved
)
{
    /// <summary>What is to be spent in each later quarter of the financial year, none left out; empty while it is not said.</summary>
    public IReadOnlyList<Forecast> Forecasts { get; init; } = [];

    /// <summary>Why the year is to end that far from what was granted; empty where it need not be said.</summary>
    public string VarianceReason { get; init; } = "";

    /// <summary>Why figures that look odd are right; empty where none do.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>What was bought in the quarter that lasts, and where it is.</summary>
    public IReadOnlyList<BoughtAsset> Assets { get; init; } = [];

    /// <summary>Whether what was bought has been said, if only that nothing was.</summary>
    public bool AssetsSaid { get; init; }

    /// <summary>Corrections of earlier quarters that were accepted: both figures are kept.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];
}

/// <summary>What a quarter added to one output.</summary>
/// <param name="Indicator">The output's indicator.</param>
/// <param name="Quantity">How many, 0 or more.</param>
public sealed record Achievement(string Indicator, int Quantity);

/// <summary>What is to be spent in a later quarter.</summary>
/// <param name="Quarter">Of the same financial year.</param>
/// <param name="Capital">What is to be spent on things that last.</param>
/// <param name="Revenue">What is to be spent on running costs.</param>
public sealed record Forecast(Quarter Quarter, Money Capital, Money Revenue);

/// <summary>Something bought that lasts: what an FOI request asks for (seed 000).</summary>
/// <param name="Id">Stays the same while the return is edited.</param>
/// <param name="Kind">What kind of thing it is: "CCTV camera".</param>
/// <param name="Model">"WCCTV 4GIR Mini Dome+"; empty where it has none.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Quantity">How many, 1 or more.</param>
/// <param name="Place">Where it is: an LSOA, a street, "kept at the police station".</param>
public sealed record BoughtAsset(Guid Id, string Kind, string Model, string Description, int Quantity, string Place);

/// <summary>A correction of one figure of an earlier quarter.</summary>
/// <param name="Id">Stays the same while the return is edited.</param>
/// <param name="Quarter">The earlier quarter.</param>
/// <param name="Kind">Which spending; null where it is an output.</param>
/// <param name="Indicator">Which output; empty where it is spending.</param>
/// <param name="Was">What was reported: pence for spending, a number for an output.</param>
/// <param name="Now">What is right, in the same unit.</param>
/// <param name="Reason">Why the figure was wrong.</param>
public sealed record Adjustment(Guid Id, Quarter Quarter, SpendKind? Kind, string Indicator, long Was, long Now, string Reason);

/// <summary>What is reported of a quarter as a whole.</summary>
public sealed record ReturnOverall
{
    /// <summary>What changed for people.</summary>
    public string Outcomes { get; init; } = "";

    /// <summary>What may go wrong from here.</summary>
    public string Risks { get; init; } = "";

    /// <summary>What others gave in the quarter, per source; null until answered.</summary>
    public IReadOnlyList<MatchReceived>? Match { get; init; }

    /// <summary>How much of the year's money will not be used; null until answered.</summary>
    public Money? Underspend { get; init; }

    /// <summary>What is proposed for it; empty where there is none.</summary>
    public string UnderspendProposal { get; init; } = "";

    /// <summary>How the grant is going as a whole; null until rated.</summary>
    public Rating? Rating { get; init; }

    /// <summary>Why it is rated so; empty until rated.</summary>
    public string RatingReason { get; init; } = "";
}

/// <summary>What a source gave in a quarter.</summary>
/// <param name="Source">As the grant names it, or another.</param>
/// <param name="Kind">Money, or its worth in kind.</param>
/// <param name="Amount">How much, £0 or more.</param>
public sealed record MatchReceived(string Source, MatchKind Kind, Money Amount);

/// <summary>Red, amber or green.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Rating>))]
public enum Rating
{
    /// <summary>As planned.</summary>
    Green,

    /// <summary>At risk, but under control.</summary>
    Amber,

    /// <summary>Will not be delivered without help.</summary>
    Red,
}

/// <summary>How an intervention is going.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryStatus>))]
public enum DeliveryStatus
{
    /// <summary>Nothing has begun.</summary>
    NotStarted,

    /// <summary>As planned.</summary>
    OnTrack,

    /// <summary>May be late or fall short.</summary>
    AtRisk,

    /// <summary>It is late.</summary>
    Delayed,

    /// <summary>Done.</summary>
    Complete,
}
