using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A supported bid became a grant. Publisher: Bids.</summary>
public sealed record GrantMade(Guid Id, int Version, DateTimeOffset At, Person By, GrantDetails Details)
    : Event<GrantDetails>(Id, Version, At, By, Details)
{
    /// <summary>The user ids of those at the partnership who have worked on the bid.</summary>
    public IReadOnlyList<Guid> WorkedOnBy { get; init; } = [];
}

/// <summary>The partnership's lead accepted the grant agreement. Publisher: Bids.</summary>
public sealed record GrantAccepted(Guid Id, int Version, DateTimeOffset At, Person By, GrantDetails Details)
    : Event<GrantDetails>(Id, Version, At, By, Details);

/// <summary>Amounts, targets or dates of a grant were changed. Publisher: Bids.</summary>
/// <param name="Id">The grant.</param>
/// <param name="Version">The grant's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it.</param>
/// <param name="Details">The grant after it.</param>
/// <param name="Variation">What was changed.</param>
public sealed record GrantVaried(Guid Id, int Version, DateTimeOffset At, Person By, GrantDetails Details, Variation Variation)
    : Event<GrantDetails>(Id, Version, At, By, Details);

/// <summary>A variation moves money between funding years on no decision record, and waits for finance. Publisher: Bids.</summary>
/// <param name="Id">The grant.</param>
/// <param name="Version">The grant's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Details">The grant after it.</param>
/// <param name="Variation">What would be changed.</param>
public sealed record GrantVariationAsked(Guid Id, int Version, DateTimeOffset At, Person By, GrantDetails Details, Variation Variation)
    : Event<GrantDetails>(Id, Version, At, By, Details);

/// <summary>A variation was agreed that counts from a later day; on that day comes <see cref="GrantVaried"/>. Publisher: Bids.</summary>
/// <param name="Id">The grant.</param>
/// <param name="Version">The grant's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who agreed to it.</param>
/// <param name="Details">The grant after it.</param>
/// <param name="Variation">What will be changed.</param>
public sealed record GrantVariationAgreed(Guid Id, int Version, DateTimeOffset At, Person By, GrantDetails Details, Variation Variation)
    : Event<GrantDetails>(Id, Version, At, By, Details);

/// <summary>A variation that did not count yet does not go ahead. Publisher: Bids.</summary>
/// <param name="Id">The grant.</param>
/// <param name="Version">The grant's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who cancelled it.</param>
/// <param name="Details">The grant after it.</param>
/// <param name="Variation">What will not be changed.</param>
/// <param name="Reason">Why.</param>
/// <param name="WasAgreed">Whether it had been agreed; if not, it was waiting for finance.</param>
public sealed record GrantVariationCancelled(
    Guid Id,
    int Version,
    DateTimeOffset At,
    Person By,
    GrantDetails Details,
    Variation Variation,
    string Reason,
    bool WasAgreed
) : Event<GrantDetails>(Id, Version, At, By, Details);

/// <summary>A grant as it stands.</summary>
/// <param name="BidId">The bid that it answers, by id.</param>
/// <param name="Reference">The bid's reference, which the grant keeps.</param>
/// <param name="Programme">The fund that it comes from.</param>
/// <param name="Partnership">The partnership that delivers it.</param>
/// <param name="Title">The project's title.</param>
/// <param name="DecisionReference">The decision record that made it: "EXE005-24".</param>
/// <param name="DeliveryFrom">First day of delivery.</param>
/// <param name="DeliveryTo">Last day of delivery.</param>
/// <param name="Interventions">What is paid for now, with amounts and targets.</param>
public sealed record GrantDetails(
    Guid BidId,
    string Reference,
    string Programme,
    Partnership Partnership,
    string Title,
    string DecisionReference,
    DateOnly DeliveryFrom,
    DateOnly DeliveryTo,
    IReadOnlyList<Intervention> Interventions
)
{
    /// <summary>What was promised at first; empty where nothing has been varied.</summary>
    public IReadOnlyList<Intervention> Original { get; init; } = [];

    /// <summary>Every change since that counts by now, oldest first.</summary>
    public IReadOnlyList<Variation> Variations { get; init; } = [];

    /// <summary>Variations that are agreed and count from a later day, in that order; each follows from the one before.</summary>
    public IReadOnlyList<Variation> Ahead { get; init; } = [];

    /// <summary>The variation that waits for finance, after those that are agreed; null for none.</summary>
    public Variation? Waiting { get; init; }

    /// <summary>What the grant depends on.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>What others had promised when it was made, per source and year.</summary>
    public IReadOnlyList<MatchLine> Match { get; init; } = [];

    /// <summary>The match funding that the round expects, in percent; 0 for none.</summary>
    public int MatchPercent { get; init; }

    /// <summary>How much of the grant must go to Problem Profile priorities, as its round says, in percent; 0 for none.</summary>
    public int PriorityPercent { get; init; }

    /// <summary>The areas where it is at work; an intervention may name its own.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>When the lead accepted the agreement; null until then.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Who accepted it; null until then.</summary>
    public Person? AcceptedBy { get; init; }

    /// <summary>The areas where an intervention is at work: its own, or the grant's.</summary>
    public IReadOnlyList<string> AreasOf(Intervention intervention) => intervention.Areas.Count > 0 ? intervention.Areas : Areas;

    /// <summary>What is granted in all, as it stands.</summary>
    [JsonIgnore]
    public Money Total => Interventions.Sum(i => i.Total);
}

/// <summary>A change of a grant.</summary>
/// <param name="Number">1, 2, 3 within the grant.</param>
/// <param name="On">The day from which it counts.</param>
/// <param name="Reason">Why: "The Home Office reduced year 2 by £180,000".</param>
/// <param name="DecisionReference">The record that approved it; null where none was needed.</param>
/// <param name="Amounts">What changed in money.</param>
/// <param name="Targets">What changed in targets, each linked to the amount that moved it.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="DeliveryTo">The new last day of delivery; null where it stays.</param>
public sealed record Variation(
    int Number,
    DateOnly On,
    string Reason,
    string? DecisionReference,
    IReadOnlyList<AmountChange> Amounts,
    IReadOnlyList<TargetChange> Targets,
    Person By,
    DateOnly? DeliveryTo = null
)
{
    /// <summary>What it moves between funding years; what else it takes away or adds is cut or added.</summary>
    public IReadOnlyList<YearMove> Moves { get; init; } = [];

    /// <summary>Who in finance approved what it moves; null where a decision record did, or nothing moves.</summary>
    public Person? ApprovedBy { get; init; }

    /// <summary>When they did.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }
}

/// <summary>An amount before and after.</summary>
/// <param name="InterventionId">The intervention, by id.</param>
/// <param name="Year">The funding year.</param>
/// <param name="Kind">Capital or revenue.</param>
/// <param name="From">The amount before.</param>
/// <param name="To">The amount after.</param>
public sealed record AmountChange(Guid InterventionId, FinancialYear Year, SpendKind Kind, Money From, Money To)
{
    /// <summary>Why this amount was changed; empty where the variation's reason says it.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>A target before and after.</summary>
/// <param name="InterventionId">The intervention, by id.</param>
/// <param name="Indicator">The output, by its indicator.</param>
/// <param name="From">The target before.</param>
/// <param name="To">The target after; 0 where it is no longer promised.</param>
/// <param name="MovedByYear">The funding year whose cut moved it; null where no cut did.</param>
public sealed record TargetChange(Guid InterventionId, string Indicator, int From, int To, FinancialYear? MovedByYear);
