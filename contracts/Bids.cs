using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A round was opened for bids: bidders see it from <see cref="RoundDetails.OpensAt"/> on. Publisher: Bids.</summary>
public sealed record RoundOpened(Guid Id, int Version, DateTimeOffset At, Person By, RoundDetails Round) : IEvent;

/// <summary>A round's deadline has passed; its drafts have lapsed. Publisher: Bids.</summary>
public sealed record RoundClosed(Guid Id, int Version, DateTimeOffset At, Person By, RoundDetails Round) : IEvent;

/// <summary>A partnership began a bid. Publisher: Bids.</summary>
public sealed record BidStarted(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Bid) : IEvent;

/// <summary>A section of a draft was saved. Publisher: Bids.</summary>
public sealed record BidSaved(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Bid) : IEvent;

/// <summary>A bid was submitted in time. Publisher: Bids.</summary>
public sealed record BidSubmitted(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Bid) : IEvent;

/// <summary>A draft was not submitted by the deadline. Publisher: Bids.</summary>
public sealed record BidLapsed(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Bid) : IEvent;

/// <summary>The commissioner decided a bid. Publisher: Bids.</summary>
public sealed record BidDecided(Guid Id, int Version, DateTimeOffset At, Person By, BidDetails Bid, string DecisionReference, Decision Decision) : IEvent;

/// <summary>A decision record was written. Publisher: Bids.</summary>
public sealed record DecisionRecorded(Guid Id, int Version, DateTimeOffset At, Person By, DecisionDetails Record) : IEvent;

/// <summary>A supported bid became a grant. Publisher: Bids.</summary>
public sealed record GrantMade(Guid Id, int Version, DateTimeOffset At, Person By, GrantDetails Grant) : IEvent;

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
    string Reference, string Programme, string Name, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, DateOnly DeliveryFrom, DateOnly DeliveryTo,
    Money? CapPerBid, int MatchPercent, IReadOnlyList<string> Themes, bool Closed);

/// <summary>A bid as it stands.</summary>
/// <param name="RoundId">The round that it is made in.</param>
/// <param name="Reference">"CSP2025-MEL-03"; never changes.</param>
/// <param name="Partnership">Whose it is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Content">What was typed.</param>
/// <param name="SubmittedAt">When it was last submitted; null for a draft.</param>
public sealed record BidDetails(Guid RoundId, string Reference, Partnership Partnership, BidState State, BidContent Content, DateTimeOffset? SubmittedAt);

/// <summary>Where a bid stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BidState>))]
public enum BidState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed in before the deadline.</summary>
    Submitted,

    /// <summary>Still a draft at the deadline.</summary>
    Lapsed,

    /// <summary>The commissioner has decided.</summary>
    Decided,
}

/// <summary>What a partnership typed into a bid.</summary>
/// <param name="Title">What the project is called.</param>
/// <param name="Theme">One of the round's themes; null until chosen.</param>
/// <param name="Summary">What it will do.</param>
/// <param name="Interventions">What the money is for, each part by itself.</param>
public sealed record BidContent(string Title, string? Theme, string Summary, IReadOnlyList<Intervention> Interventions)
{
    /// <summary>What is asked for in all.</summary>
    [JsonIgnore]
    public Money Total => Interventions.Sum(i => i.Total);
}

/// <summary>One thing that the money is for: "Target hardening".</summary>
/// <param name="Id">Stays the same from bid to grant to return.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What is done, in a few sentences.</param>
/// <param name="Budget">What it costs, per funding year and kind; no line is £0.</param>
/// <param name="Outputs">What it promises.</param>
/// <param name="Areas">LSOA names or codes, as they were checked: "Leicester 023A".</param>
public sealed record Intervention(
    Guid Id, string Name, string Description, IReadOnlyList<BudgetLine> Budget, IReadOnlyList<Output> Outputs, IReadOnlyList<string> Areas)
{
    /// <summary>What it costs in all.</summary>
    [JsonIgnore]
    public Money Total => Budget.Sum(line => line.Amount);
}

/// <summary>An amount for one funding year.</summary>
/// <param name="Year">The financial year that it is to be spent in.</param>
/// <param name="Kind">Capital or revenue.</param>
/// <param name="Amount">Above £0.</param>
public sealed record BudgetLine(FinancialYear Year, SpendKind Kind, Money Amount);

/// <summary>What public accounting tells apart.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpendKind>))]
public enum SpendKind
{
    /// <summary>Running costs: staff, sessions, maintenance.</summary>
    Revenue,

    /// <summary>Things that last: cameras, lighting columns.</summary>
    Capital,
}

/// <summary>A promise in numbers: "up to 400 homes target hardened".</summary>
/// <param name="Indicator">What is counted: "homes target hardened".</param>
/// <param name="Target">How many, 1 or more.</param>
/// <param name="Kind">How the number is meant.</param>
public sealed record Output(string Indicator, int Target, TargetKind Kind)
{
    /// <summary>"up to 400"</summary>
    public string Describe() => (Kind switch { TargetKind.UpTo => "up to ", TargetKind.AtLeast => "at least ", _ => "" }) + Target.ToString("N0", null);
}

/// <summary>How a target is meant.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetKind>))]
public enum TargetKind
{
    /// <summary>That many.</summary>
    Fixed,

    /// <summary>As many as the money allows, at most so many planned; more is good news.</summary>
    UpTo,

    /// <summary>No fewer.</summary>
    AtLeast,
}

/// <summary>A decision record as its register shows it.</summary>
/// <param name="Reference">"EXE005-24".</param>
/// <param name="Title">"Safer Streets 5 Interventions".</param>
/// <param name="Decision">What was decided.</param>
/// <param name="DecidedOn">When it was signed.</param>
/// <param name="Bids">The references of the bids that it covers.</param>
public sealed record DecisionDetails(string Reference, string Title, Decision Decision, DateOnly DecidedOn, IReadOnlyList<string> Bids);

/// <summary>The commissioner's word on a bid (seed 001).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Decision>))]
public enum Decision
{
    /// <summary>It is funded.</summary>
    Supported,

    /// <summary>It is not.</summary>
    NotSupported,

    /// <summary>Later.</summary>
    Deferred,
}

/// <summary>A grant as it stands.</summary>
/// <param name="BidId">The bid that it answers.</param>
/// <param name="Reference">The bid's reference, which the grant keeps.</param>
/// <param name="Programme">The fund.</param>
/// <param name="Partnership">Who delivers.</param>
/// <param name="Title">The project's title.</param>
/// <param name="DecisionReference">"EXE005-24".</param>
/// <param name="DeliveryFrom">First day of delivery.</param>
/// <param name="DeliveryTo">Last day of delivery.</param>
/// <param name="Interventions">What is paid for, with amounts and targets.</param>
public sealed record GrantDetails(
    Guid BidId, string Reference, string Programme, Partnership Partnership, string Title, string DecisionReference,
    DateOnly DeliveryFrom, DateOnly DeliveryTo, IReadOnlyList<Intervention> Interventions)
{
    /// <summary>What is granted in all.</summary>
    [JsonIgnore]
    public Money Total => Interventions.Sum(i => i.Total);
}
