using Platform.Contracts;

namespace Platform.Bids.Grants;

/// <summary>A requested change to a grant. Amounts and targets that are not named stay as they are.</summary>
/// <param name="On">The day from which it counts; it may be ahead.</param>
/// <param name="Reason">Why the grant is varied.</param>
/// <param name="DecisionReference">The record that approved it; needed where money is added. Where it moves between funding years, finance
/// approves it if no record is named. The record comes after the award and names the grant, the years and the amount.</param>
/// <param name="Amounts">The new amounts.</param>
/// <param name="Targets">The new targets.</param>
/// <param name="DeliveryTo">The new last day of delivery; null where it stays.</param>
/// <param name="ConfirmsMatch">Confirms that match funding falls below what the round expects; needed where it does.</param>
/// <param name="ConfirmsConditions">Confirms that it breaks none of the grant's conditions; needed where there are any.</param>
public sealed record NewVariation(
    DateOnly? On,
    string? Reason,
    string? DecisionReference,
    IReadOnlyList<NewAmount>? Amounts,
    IReadOnlyList<NewTarget>? Targets,
    DateOnly? DeliveryTo = null,
    bool ConfirmsMatch = false,
    bool ConfirmsConditions = false
)
{
    internal const int LongestReason = 2000;

    internal NewVariation Tidied() =>
        this with
        {
            Reason = TypedText.Tidy(Reason),
            DecisionReference = TypedText.Line(DecisionReference) is { Length: > 0 } reference ? reference.ToUpperInvariant() : null,
            Amounts = [.. (Amounts ?? []).Where(a => a is not null)],
            Targets = [.. (Targets ?? []).Where(t => t is not null)],
        };
}

/// <summary>A new amount; £0 where there is to be none.</summary>
/// <param name="InterventionId">The intervention of the grant, by id.</param>
/// <param name="Year">The funding year.</param>
/// <param name="Kind">Capital or revenue.</param>
/// <param name="Amount">The new amount, in pounds.</param>
public sealed record NewAmount(Guid InterventionId, FinancialYear Year, SpendKind Kind, Money Amount);

/// <summary>A new target.</summary>
/// <param name="InterventionId">The intervention of the grant, by id.</param>
/// <param name="Indicator">What is counted, in the grant's words.</param>
/// <param name="Target">The new number.</param>
/// <param name="MovedByYear">The funding year whose cut, in this variation or an earlier one, moved it; null where no cut did.</param>
public sealed record NewTarget(Guid InterventionId, string Indicator, int Target, FinancialYear? MovedByYear = null);

/// <summary>What a variation would change, and what has to be confirmed before it is recorded.</summary>
/// <param name="Variation">What would be recorded.</param>
/// <param name="After">What is paid for afterwards.</param>
/// <param name="MatchFalls">Match funding as a percentage of the grant, before and after, where it falls below what the round
/// expects.</param>
/// <param name="Conditions">What the grant depends on.</param>
internal sealed record PlannedVariation(
    Variation Variation,
    IReadOnlyList<Intervention> After,
    (Percentage From, Percentage To)? MatchFalls,
    IReadOnlyList<string> Conditions
)
{
    /// <summary>Whether finance must approve it: it moves money between funding years, and no decision record does.</summary>
    public bool NeedsFinance => Variation is { DecisionReference: null, Moves.Count: > 0 };
    public IReadOnlyList<AmountChange> Amounts => Variation.Amounts;
    public IReadOnlyList<TargetChange> Targets => Variation.Targets;
}
