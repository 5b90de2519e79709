using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Figures;

/// <summary>A grant's main facts: whose it is, how much it was at first, and how much it is now.</summary>
internal sealed class GrantRow : IRow, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string Reference { get; set; } = "";
    public Guid BidId { get; set; }
    public string DecisionReference { get; set; } = "";
    public string Programme { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;

    /// <summary>What the project is called.</summary>
    public string Title { get; set; } = "";
    public DateOnly DeliveryFrom { get; set; }
    public DateOnly DeliveryTo { get; set; }

    /// <summary>The total as it stands, in pence.</summary>
    public Money Amount { get; set; }

    /// <summary>The total when it was made, in pence.</summary>
    public Money Original { get; set; }

    /// <summary>How much of it must go to priorities of the Problem Profile, in percent, as its round asked; 0 for none.</summary>
    public int PriorityPercent { get; set; }

    /// <summary>The number of the variation that waits for finance; null where none does.</summary>
    public int? Waiting { get; set; }

    /// <summary>Who asked for that variation, by user id: somebody else approves it.</summary>
    public Guid? AskedBy { get; set; }

    /// <summary>When the lead accepted the agreement; null until then.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>Whether its years and targets have been added up since the last rebuild.</summary>
    public bool IsAddedUp { get; set; }
}

/// <summary>A grant in full, for the pages and papers about it.</summary>
internal sealed class GrantDocument
{
    public Guid GrantId { get; init; }
    public GrantDetails Details { get; set; } = null!;
}

/// <summary>An area that a grant covers: an LSOA by name or code, and the district with which its name begins.</summary>
internal sealed class GrantArea
{
    public Guid GrantId { get; init; }

    /// <summary>The LSOA, by name or code.</summary>
    public string Area { get; init; } = "";

    /// <summary>The district with which its name begins; empty for an area by code.</summary>
    public string District { get; init; } = "";
}

/// <summary>One promised output of a grant.</summary>
internal sealed class TargetRow : IOfPartnership
{
    public Guid GrantId { get; init; }
    public Guid InterventionId { get; init; }

    /// <summary>What is counted.</summary>
    public string Indicator { get; init; } = "";
    public Partnership Partnership { get; init; } = null!;
    public string Programme { get; init; } = "";
    public string GrantReference { get; init; } = "";

    /// <summary>The name of the intervention that promises it.</summary>
    public string Intervention { get; init; } = "";

    /// <summary>Its place among the grant's targets.</summary>
    public int Order { get; init; }
    public DateOnly DeliveryFrom { get; init; }
    public DateOnly DeliveryTo { get; init; }

    /// <summary>The target as it stands; 0 where it is no longer promised.</summary>
    public int Target { get; init; }

    /// <summary>What was promised at first, where that was varied.</summary>
    public int? Original { get; init; }

    /// <summary>The cut that moved it, in words; empty where none did.</summary>
    public string MovedBy { get; init; } = "";

    /// <summary>How the number is meant: exactly, up to, or at least.</summary>
    public TargetKind Kind { get; init; }

    /// <summary>Whether quarters add up; otherwise the last of them counts.</summary>
    public bool Cumulative { get; init; } = true;

    /// <summary>What the returns that are in add up to.</summary>
    public long Achieved { get; set; }

    /// <summary>How much of that the office has sent back, and waits for to be put right or confirmed.</summary>
    public long Challenged { get; set; }

    /// <summary>Whether a quarter of the grant was reported on paper: what was achieved in it is not known here.</summary>
    public bool OnPaper { get; set; }
}

/// <summary>What was achieved of a target in one financial year.</summary>
internal sealed class TargetYear
{
    public Guid GrantId { get; init; }
    public Guid InterventionId { get; init; }

    /// <summary>What is counted.</summary>
    public string Indicator { get; init; } = "";
    public FinancialYear Year { get; init; }

    /// <summary>The sum of the year's quarters or, where quarters do not add up, the last of them.</summary>
    public long Achieved { get; init; }
}

/// <summary>A grant's money in one financial year.</summary>
internal sealed class GrantYear : IOfPartnership
{
    public Guid GrantId { get; init; }
    public FinancialYear Year { get; init; }
    public Partnership Partnership { get; init; } = null!;
    public string Programme { get; init; } = "";

    /// <summary>What was granted for the year at first.</summary>
    public Money Original { get; init; }

    /// <summary>What variations took away from the grant in the year.</summary>
    public Money Cut { get; init; }

    /// <summary>What variations gave on top for the year.</summary>
    public Money Added { get; init; }

    /// <summary>What variations moved in from other years.</summary>
    public Money MovedIn { get; init; }

    /// <summary>What variations moved out to other years.</summary>
    public Money MovedOut { get; init; }

    /// <summary>What variations moved between interventions, or between capital and revenue, inside the year.</summary>
    public Money MovedWithin { get; init; }

    /// <summary>What is granted for the year as it stands.</summary>
    public Money Allocated { get; init; }

    /// <summary>What was spent, according to the returns that are in, in pence.</summary>
    public Money Actual { get; init; }

    /// <summary>How much of that the office has sent back to be put right or confirmed, in pence.</summary>
    public Money ActualChallenged { get; init; }

    /// <summary>How much of the spending on priorities the office has sent back, in pence.</summary>
    public Money PriorityChallenged { get; init; }

    /// <summary>How much of the match funding received the office has sent back, in pence.</summary>
    public Money MatchChallenged { get; init; }

    /// <summary>How much of the spending is money from earlier years, spent across 31 March.</summary>
    public Money Across { get; init; }

    /// <summary>How many quarters were reported on paper: what was spent in them is not known here.</summary>
    public int PaperQuarters { get; init; }

    /// <summary>What those returns forecast for quarters whose own are not in, in pence.</summary>
    public Money Forecast { get; init; }

    /// <summary>What counts as spent in quarters that nobody has reported or forecast, in pence.</summary>
    public Money Assumed { get; init; }

    /// <summary>How much of the allocation serves priorities of the Problem Profile, in pence.</summary>
    public Money PriorityAllocated { get; init; }

    /// <summary>How much of the allocation must serve them, in percent.</summary>
    public int PriorityPercent { get; init; }

    /// <summary>How much of the spending serves them, in pence.</summary>
    public Money PriorityActual { get; init; }

    /// <summary>The match funding promised for the year, in pence.</summary>
    public Money MatchPromised { get; init; }

    /// <summary>The match funding received, according to the returns that are in, in pence.</summary>
    public Money MatchReceived { get; init; }

    /// <summary>The match funding that is expected, in percent of the allocation.</summary>
    public int MatchPercent { get; init; }

    /// <summary>What is likely to be left of the allocation.</summary>
    public Money Underspend { get; init; }

    /// <summary>What is likely to be spent above it.</summary>
    public Money Overspend { get; init; }

    /// <summary>The estimated spending of the year.</summary>
    public Money Outturn => Actual + Forecast + Assumed;
}
