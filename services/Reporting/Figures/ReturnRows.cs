using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Figures;

/// <summary>A return: whether it is owed, in, late, chased; its figures are rows of their own.</summary>
internal sealed class ReturnRow : IRow, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The newest version of a return that was in: the one whose figures count.</summary>
    public int FiguresVersion { get; set; }
    public Guid GrantId { get; set; }
    public string GrantReference { get; set; } = "";
    public string Programme { get; set; } = "";
    public string Title { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;
    public Quarter Quarter { get; set; }
    public DateOnly OpensOn { get; set; }
    public DateOnly DueOn { get; set; }
    public ReturnState State { get; set; }
    public DateTimeOffset? FirstSubmittedAt { get; set; }
    public int? WorkingDaysLate { get; set; }

    /// <summary>The highest rung of the ladder that it was chased on, for the due date as it stands.</summary>
    public int? Rung { get; set; }
    public ChasingState Chasing { get; set; }
    public bool PaymentHeld { get; set; }
    public bool NamedToBoard { get; set; }

    /// <summary>Whether the office still waits for it to come in for the first time.</summary>
    public bool IsOwed { get; set; }

    /// <summary>While it is not in: what is taken for spent in its quarter.</summary>
    public Money? Assumed { get; set; }

    /// <summary>The quarter whose return forecast that; null where nobody has said anything.</summary>
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
    public Measure Measure { get; init; }

    /// <summary>The indicator, or the source of match funding.</summary>
    public string Name { get; init; } = "";
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

/// <summary>How an intervention goes, by the last return that said so.</summary>
internal sealed class ProgressRow
{
    public Guid GrantId { get; init; }
    public Guid InterventionId { get; init; }
    public Quarter Quarter { get; set; }
    public DeliveryStatus Status { get; set; }
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
    public string Kind { get; init; } = "";
    public string Model { get; init; } = "";
    public string Description { get; init; } = "";
    public int Quantity { get; init; }
    public string Place { get; init; } = "";
}

/// <summary>How punctual the returns of a partnership for a programme and a quarter were.</summary>
internal sealed class Punctuality : IOfPartnership
{
    public Partnership Partnership { get; init; } = null!;
    public string Programme { get; init; } = "";
    public Quarter Quarter { get; init; }

    /// <summary>Those that were or are to come in.</summary>
    public int Returns { get; set; }
    public int OnTime { get; set; }
    public int Late { get; set; }

    /// <summary>Of the late ones, all together.</summary>
    public int WorkingDaysLate { get; set; }
}
