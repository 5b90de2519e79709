using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Figures;

/// <summary>A return: whether it is owed, in, late, chased. Its figures are separate rows.</summary>
internal sealed class ReturnRow : IRow, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The newest version in which it was submitted: the one whose figures count.</summary>
    public int FiguresVersion { get; set; }
    public Guid GrantId { get; set; }
    public string GrantReference { get; set; } = "";
    public string Programme { get; set; } = "";

    /// <summary>The project's title.</summary>
    public string Title { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;
    public Quarter Quarter { get; set; }

    /// <summary>The first day on which it can be filled in.</summary>
    public DateOnly OpensOn { get; set; }

    /// <summary>The last day on which it is in time, extensions included.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>Where it stands between scheduled and accepted.</summary>
    public ReturnState State { get; set; }

    /// <summary>When it first came in (UTC); null until then.</summary>
    public DateTimeOffset? FirstSubmittedAt { get; set; }

    /// <summary>Working days from the due date to the first submission: 0 is on time, null is not in.</summary>
    public int? WorkingDaysLate { get; set; }

    /// <summary>The highest rung of the ladder that it was chased on, for the due date as it stands.</summary>
    public int? Rung { get; set; }

    /// <summary>Whether it is chased.</summary>
    public ChasingState Chasing { get; set; }

    /// <summary>Whether payment is flagged as held, as the ladder says.</summary>
    public bool PaymentHeld { get; set; }

    /// <summary>Whether the board paper names it, as the ladder says.</summary>
    public bool NamedToBoard { get; set; }

    /// <summary>Whether the office still waits for it to come in for the first time.</summary>
    public bool IsOwed { get; set; }

    /// <summary>What counts as spent in its quarter while it is not in, in pence; null once it is.</summary>
    public Money? Assumed { get; set; }

    /// <summary>The quarter whose return forecast that; null where nobody has reported anything.</summary>
    public Quarter? AssumedFrom { get; set; }

    public string Address => $"/returns/{GrantReference}/{Quarter.InAddress}";

    public bool IsOverdueOn(DateOnly day) => IsOwed && DueOn < day;
}

/// <summary>One figure of a return that came in: pence, or how many.</summary>
internal sealed class Figure
{
    public Guid ReturnId { get; init; }

    /// <summary>1, 2, 3 within the return.</summary>
    public int Number { get; init; }
    public Guid GrantId { get; init; }

    /// <summary>Null where it is about the grant as a whole.</summary>
    public Guid? InterventionId { get; init; }

    /// <summary>The return's quarter.</summary>
    public Quarter Quarter { get; init; }

    /// <summary>The quarter that it is about: a later one for forecasts, an earlier one for corrections.</summary>
    public Quarter About { get; init; }

    /// <summary>What the figure says.</summary>
    public Measure Measure { get; init; }

    /// <summary>The indicator, or the source of match funding.</summary>
    public string Name { get; init; } = "";

    /// <summary>Pence for money; otherwise how many.</summary>
    public long Amount { get; init; }
}

/// <summary>What a figure says.</summary>
internal enum Measure
{
    Capital,
    Revenue,
    ForecastCapital,
    ForecastRevenue,
    Achieved,
    MatchCash,
    MatchInKind,
}

/// <summary>How an intervention is going, by the last return that says so.</summary>
internal sealed class ProgressRow
{
    public Guid GrantId { get; init; }
    public Guid InterventionId { get; init; }
    public Quarter Quarter { get; set; }

    /// <summary>How the last return says it is going.</summary>
    public DeliveryStatus Status { get; set; }

    /// <summary>What the last return says of it.</summary>
    public string Narrative { get; set; } = "";

    /// <summary>The quarter of the first return that called it complete.</summary>
    public Quarter? CompleteIn { get; set; }
}

/// <summary>Something that a return says was bought.</summary>
internal sealed class AssetRow
{
    public Guid ReturnId { get; init; }
    public Guid Id { get; init; }
    public Guid GrantId { get; init; }
    public Guid InterventionId { get; init; }
    public Quarter Quarter { get; init; }

    /// <summary>What kind of thing it is: "CCTV camera".</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its model; empty where it has none.</summary>
    public string Model { get; init; } = "";

    /// <summary>What it is, in words.</summary>
    public string Description { get; init; } = "";

    /// <summary>How many were bought.</summary>
    public int Quantity { get; init; }

    /// <summary>Where it is.</summary>
    public string Place { get; init; } = "";
}

/// <summary>How punctual the returns of a partnership for a programme and a quarter were.</summary>
internal sealed class Punctuality : IOfPartnership
{
    public Partnership Partnership { get; init; } = null!;
    public string Programme { get; init; } = "";
    public Quarter Quarter { get; init; }

    /// <summary>How many were due or are still to come.</summary>
    public int Returns { get; set; }

    /// <summary>How many of them came in on time.</summary>
    public int OnTime { get; set; }

    /// <summary>How many of them came in late.</summary>
    public int Late { get; set; }

    /// <summary>By how many working days the late ones were late, in all.</summary>
    public int WorkingDaysLate { get; set; }
}
