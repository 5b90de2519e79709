using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Figures;

/// <summary>A grant's head: whose, of which round, how much at first and now.</summary>
internal sealed class GrantRow : IRow, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string Reference { get; set; } = "";
    public Guid BidId { get; set; }
    public string DecisionReference { get; set; } = "";
    public string Programme { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;
    public string Title { get; set; } = "";
    public DateOnly DeliveryFrom { get; set; }
    public DateOnly DeliveryTo { get; set; }

    /// <summary>As it stands.</summary>
    public Money Amount { get; set; }

    /// <summary>As it was made.</summary>
    public Money Original { get; set; }

    /// <summary>How much of it must go to priorities of the Problem Profile, as its round said; 0 for none.</summary>
    public int PriorityPercent { get; set; }

    /// <summary>When the lead accepted the agreement; null until then.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>Whether its years and targets have been added up since its tables were filled anew.</summary>
    public bool IsAddedUp { get; set; }
}

/// <summary>A grant in full, for the pages and papers about it.</summary>
internal sealed class GrantDocument
{
    public Guid GrantId { get; init; }
    public GrantDetails Details { get; set; } = null!;
}

/// <summary>Where a grant is at work: an LSOA by name or code, and the district that its name begins with.</summary>
internal sealed class GrantArea
{
    public Guid GrantId { get; init; }
    public string Area { get; init; } = "";
    public string District { get; init; } = "";

    /// <summary>"Leicester" of "Leicester 023A"; nothing of a code (E01...).</summary>
    public static string DistrictOf(string area) => area.LastIndexOf(' ') is > 0 and var end ? area[..end] : "";
}

/// <summary>One promised output of a grant.</summary>
internal sealed class TargetRow : IOfPartnership
{
    public Guid GrantId { get; init; }
    public Guid InterventionId { get; init; }
    public string Indicator { get; init; } = "";
    public Partnership Partnership { get; init; } = null!;
    public string Programme { get; init; } = "";
    public string GrantReference { get; init; } = "";
    public string Intervention { get; init; } = "";
    public int Order { get; init; }
    public DateOnly DeliveryFrom { get; init; }
    public DateOnly DeliveryTo { get; init; }

    /// <summary>As it stands; 0 where it is no longer promised.</summary>
    public int Target { get; init; }

    /// <summary>What was promised at first, where that was varied.</summary>
    public int? Original { get; init; }

    /// <summary>The cut that moved it, in words; empty where none did.</summary>
    public string MovedBy { get; init; } = "";
    public TargetKind Kind { get; init; }

    /// <summary>Whether quarters add up; otherwise the last of them counts.</summary>
    public bool Cumulative { get; init; } = true;

    /// <summary>What the returns that came in add up to.</summary>
    public long Achieved { get; set; }
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

    /// <summary>What is granted for the year as it stands.</summary>
    public Money Allocated { get; init; }

    /// <summary>What returns that came in say was spent.</summary>
    public Money Actual { get; init; }

    /// <summary>What they say will be spent in the quarters whose returns are not in.</summary>
    public Money Forecast { get; init; }

    /// <summary>What is taken for spent in quarters of which nobody has said anything.</summary>
    public Money Assumed { get; init; }

    /// <summary>Of the allocation, what serves priorities of the Problem Profile.</summary>
    public Money PriorityAllocated { get; init; }

    /// <summary>How much of the allocation must, in percent.</summary>
    public int PriorityPercent { get; init; }

    /// <summary>Of what was spent, what serves them.</summary>
    public Money PriorityActual { get; init; }

    /// <summary>What others had promised for the year, and gave by the returns that came in.</summary>
    public Money MatchPromised { get; init; }
    public Money MatchReceived { get; init; }

    /// <summary>The match funding that is expected, in percent of the allocation.</summary>
    public int MatchPercent { get; init; }

    /// <summary>What the year is estimated to come to.</summary>
    public Money Outturn => Actual + Forecast + Assumed;
}
