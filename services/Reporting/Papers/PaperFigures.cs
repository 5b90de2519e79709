using System.Text.Json.Serialization;
using Platform.Contracts;

namespace Platform.Reporting.Papers;

/// <summary>
/// All the figures of a board paper, as they were at one instant. They are kept with the paper, because the read tables may be rebuilt.
/// </summary>
/// <param name="At">The instant of the figures.</param>
/// <param name="Grants">Grants that are being delivered, or whose delivery ended in the past year.</param>
/// <param name="Money">The financial year of the paper, per programme.</param>
/// <param name="Rounds">Calls for bids that are open, or still to open.</param>
/// <param name="Overdue">The returns that are overdue.</param>
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

    /// <summary>The returns that were sent back and are not back.</summary>
    public IReadOnlyList<PaperSentBack> SentBack { get; init; } = [];

    /// <summary>The overdue returns of a grant, longest overdue first.</summary>
    public IReadOnlyList<PaperOverdue> OverdueOf(PaperGrant grant) =>
        [.. Overdue.Where(o => o.GrantReference == grant.Reference).OrderBy(o => o.Quarter)];
}

/// <summary>A grant and its delivery.</summary>
/// <param name="Reference">The grant's reference.</param>
/// <param name="Programme">The fund that it comes from.</param>
/// <param name="Partnership">The partnership that delivers it.</param>
/// <param name="Title">What its project is called.</param>
/// <param name="From">The first day of its delivery.</param>
/// <param name="To">The last day of its delivery.</param>
/// <param name="LastQuarter">The newest quarter whose return is in; null where none is.</param>
/// <param name="LastReturnedOn">The day on which a return last came in for the first time; null where none is in.</param>
/// <param name="VariedSince">The variations that changed its money after that day.</param>
/// <param name="Interventions">What it pays for, and what it no longer pays for.</param>
/// <param name="OnPaper">Whether quarters of it were reported on paper.</param>
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
    IReadOnlyList<PaperIntervention> Interventions,
    bool OnPaper = false
);

/// <summary>A change of a grant's money.</summary>
/// <param name="Number">The variation's number within the grant.</param>
/// <param name="On">The day from which it counts.</param>
/// <param name="Reason">Why it was made.</param>
internal sealed record PaperVariation(int Number, DateOnly On, string Reason);

/// <summary>An intervention and how it is going.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="To">The last day of its delivery.</param>
/// <param name="Status">How it is going, by the last return that says so; null where none does.</param>
/// <param name="Said">The quarter of that return.</param>
/// <param name="CompleteIn">The quarter whose return first called it complete; null where none does.</param>
/// <param name="Narrative">What that return says about it; empty where it says nothing.</param>
/// <param name="IsGone">Whether a variation took its money away.</param>
/// <param name="Targets">What it promises in numbers.</param>
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
    /// <summary>Whether the office has sent back what that return says of it.</summary>
    public bool IsChallenged { get; init; }

    [JsonIgnore]
    public bool IsComplete => Status == DeliveryStatus.Complete;
}

/// <summary>A promise in numbers, and what has come of it.</summary>
/// <param name="Indicator">What is counted.</param>
/// <param name="Target">How many are promised now.</param>
/// <param name="Was">How many were promised at first; null where that was not varied.</param>
/// <param name="Kind">How the number is meant.</param>
/// <param name="Achieved">How many have been achieved so far, according to the returns that are in.</param>
/// <param name="MovedBy">The variation that moved the target, in words; empty where none did.</param>
internal sealed record PaperTarget(string Indicator, int Target, int? Was, TargetKind Kind, long Achieved, string MovedBy)
{
    /// <summary>How many of those achieved the office has sent back to be put right or confirmed.</summary>
    public long Challenged { get; init; }
}

/// <summary>A programme's money in the financial year of the paper, as an estimate.</summary>
/// <param name="Programme">The fund.</param>
/// <param name="Year">The financial year.</param>
/// <param name="Original">What was granted at first.</param>
/// <param name="Allocated">What is granted after variations.</param>
/// <param name="Spent">What returns say was spent.</param>
/// <param name="Forecast">What returns forecast for quarters whose own are not in.</param>
/// <param name="Assumed">What counts as spent in quarters that nobody has reported or forecast.</param>
/// <param name="Underspend">What grants are estimated to leave unspent.</param>
/// <param name="Overspend">What grants are estimated to spend above their allocation; takes nothing off another's underspend.</param>
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
)
{
    /// <summary>What variations took away.</summary>
    public Money Cut { get; init; }

    /// <summary>What variations gave on top.</summary>
    public Money Added { get; init; }

    /// <summary>What variations moved in from other years.</summary>
    public Money MovedIn { get; init; }

    /// <summary>What variations moved out to other years.</summary>
    public Money MovedOut { get; init; }

    /// <summary>How much of what was spent is money from earlier years, spent across 31 March.</summary>
    public Money Across { get; init; }

    /// <summary>How many quarters were reported on paper: what was spent in them is not in these figures.</summary>
    public int PaperQuarters { get; init; }

    /// <summary>How much of what was spent the office has sent back to be put right or confirmed.</summary>
    public Money Challenged { get; init; }
}

/// <summary>A call for bids that is open, or still to open.</summary>
/// <param name="Reference">The round's reference.</param>
/// <param name="Name">"Community safety fund 2025/26".</param>
/// <param name="OpensAt">The first instant at which a bid can be started.</param>
/// <param name="ClosesAt">The first instant at which no bid can be submitted any more (exclusive).</param>
/// <param name="DeliveryFrom">The first day that its money may be spent on.</param>
/// <param name="CapPerBid">The most that one bid may ask for; null for no cap.</param>
/// <param name="Submitted">How many bids were submitted.</param>
/// <param name="Bidders">The partnerships that submitted them, by name.</param>
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

/// <summary>A return that is overdue.</summary>
/// <param name="GrantReference">The grant that it reports on, by reference.</param>
/// <param name="Programme">The fund that the grant comes from.</param>
/// <param name="Partnership">The partnership that owes it.</param>
/// <param name="Quarter">The quarter that it reports on.</param>
/// <param name="DueOn">The due date, extensions included.</param>
/// <param name="WorkingDays">How many working days it is overdue.</param>
/// <param name="NamedToBoard">Whether the ladder has reached the rung at which the board is told.</param>
/// <param name="PaymentHeld">Whether the grant's payments are held for it.</param>
/// <param name="Address">The address of its page.</param>
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

/// <summary>A return that was sent back and is not back.</summary>
/// <param name="GrantReference">The grant that it reports on, by reference.</param>
/// <param name="Programme">The fund that the grant comes from.</param>
/// <param name="Partnership">The partnership that is to change it.</param>
/// <param name="Quarter">The quarter that it reports on.</param>
/// <param name="BackBy">The day to be back by, extensions included.</param>
/// <param name="IsLate">Whether that day is over.</param>
/// <param name="WorkingDays">How many working days it is late to be back.</param>
/// <param name="NamedToBoard">Whether its ladder has reached the rung at which the board is told.</param>
/// <param name="PaymentHeld">Whether the grant's payments are held for it.</param>
/// <param name="Address">The address of its page.</param>
internal sealed record PaperSentBack(
    string GrantReference,
    string Programme,
    Partnership Partnership,
    Quarter Quarter,
    DateOnly BackBy,
    bool IsLate,
    int WorkingDays,
    bool NamedToBoard,
    bool PaymentHeld,
    string Address
);
