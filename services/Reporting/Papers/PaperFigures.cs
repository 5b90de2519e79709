using System.Text.Json.Serialization;
using Platform.Contracts;

namespace Platform.Reporting.Papers;

/// <summary>
/// All the figures of a board paper, as they were at one instant. Kept with the paper, because the read tables may be rebuilt.
/// </summary>
internal sealed record PaperFigures(
    DateTimeOffset At,
    IReadOnlyList<PaperGrant> Grants,
    IReadOnlyList<PaperMoney> Money,
    IReadOnlyList<PaperRound> Rounds,
    IReadOnlyList<PaperOverdue> Overdue
)
{
    [JsonIgnore]
    public DateOnly Day => London.DateOf(At);

    /// <summary>Of the grant, longest overdue first.</summary>
    public IReadOnlyList<PaperOverdue> OverdueOf(PaperGrant grant) =>
        [.. Overdue.Where(o => o.GrantReference == grant.Reference).OrderBy(o => o.Quarter)];
}

/// <summary>
/// A grant; LastQuarter is the newest quarter whose return is in, LastReturnedOn the day on which that was, VariedSince what changed its
/// money after that day.
/// </summary>
internal sealed record PaperGrant(
    string Reference,
    string Programme,
    Partnership Partnership,
    string Title,
    DateOnly From,
    DateOnly To,
    Quarter? LastQuarter,
    DateOnly? LastReturnedOn,
    IReadOnlyList<PaperVariation> VariedSince,
    IReadOnlyList<PaperIntervention> Interventions
);

internal sealed record PaperVariation(int Number, DateOnly On, string Reason);

/// <summary>
/// An intervention; Status is by the return for Said, the last that said so; CompleteIn the quarter of the first that called it complete.
/// It is gone where a variation took its money away.
/// </summary>
internal sealed record PaperIntervention(
    string Name,
    DateOnly To,
    DeliveryStatus? Status,
    Quarter? Said,
    Quarter? CompleteIn,
    string Narrative,
    bool IsGone,
    IReadOnlyList<PaperTarget> Targets
)
{
    [JsonIgnore]
    public bool IsComplete => Status == DeliveryStatus.Complete;
}

/// <summary>A promise; Was is what was promised at first, where that was varied, and MovedBy the cut that moved it, in words.</summary>
internal sealed record PaperTarget(string Indicator, int Target, int? Was, TargetKind Kind, long Achieved, string MovedBy);

/// <summary>
/// A programme's money in the financial year of the paper, as an estimate; one grant's overspending takes nothing off another's
/// underspend.
/// </summary>
internal sealed record PaperMoney(
    string Programme,
    FinancialYear Year,
    Money Original,
    Money Allocated,
    Money Spent,
    Money Forecast,
    Money Assumed,
    Money Underspend,
    Money Overspend
);

/// <summary>A call for bids that is open, or still to open.</summary>
internal sealed record PaperRound(
    string Reference,
    string Name,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    DateOnly DeliveryFrom,
    Money? CapPerBid,
    int Submitted,
    IReadOnlyList<Partnership> Bidders
);

internal sealed record PaperOverdue(
    string GrantReference,
    string Programme,
    Partnership Partnership,
    Quarter Quarter,
    DateOnly DueOn,
    int WorkingDays,
    bool NamedToBoard,
    bool PaymentHeld,
    string Address
);
