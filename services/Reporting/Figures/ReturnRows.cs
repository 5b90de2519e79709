using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Figures;

/// <summary>A return: whether it is owed, in, late, or chased. Its figures are separate rows.</summary>
internal sealed class ReturnRow : IRow, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The newest version at which it was in, whose figures count; 0 until then.</summary>
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

    /// <summary>The last day on which it is in time to be back, extensions included; null unless it is sent back.</summary>
    public DateOnly? BackBy { get; set; }

    /// <summary>The day until which the office waits for it, to come in or to be back; null where it waits for nothing.</summary>
    public DateOnly? AwaitedOn { get; set; }

    /// <summary>
    /// Working days that it was late to be back, over each time that it was sent back; null where it was never back.
    /// </summary>
    public int? ReworkDaysLate { get; set; }

    /// <summary>The sections that are sent back: what was submitted in them is challenged until it is back.</summary>
    public string[] Challenged { get; set; } = [];

    /// <summary>How far it has got, from scheduled to accepted.</summary>
    public ReturnState State { get; set; }

    /// <summary>When it first came in (UTC); null until then.</summary>
    public DateTimeOffset? FirstSubmittedAt { get; set; }

    /// <summary>Working days from the due date to the first submission: 0 is on time, null is not in.</summary>
    public int? WorkingDaysLate { get; set; }

    /// <summary>The highest rung of the ladder on which it was chased, for the due date as it stands.</summary>
    public int? Rung { get; set; }

    /// <summary>Whether chasing is on, paused or stopped.</summary>
    public ChasingState Chasing { get; set; }

    /// <summary>Whether the ladder has had its payment flagged as held.</summary>
    public bool PaymentHeld { get; set; }

    /// <summary>Whether the ladder has had it named in the board paper.</summary>
    public bool NamedToBoard { get; set; }

    /// <summary>Whether the office still waits for it to come in for the first time.</summary>
    public bool IsOwed { get; set; }

    /// <summary>Whether it is not required because its quarter was reported on paper.</summary>
    public bool OnPaper { get; set; }

    /// <summary>What counts as spent in its quarter while it is not in, in pence; null once it is.</summary>
    public Money? Assumed { get; set; }

    /// <summary>The quarter whose return forecast that; null where none did.</summary>
    public Quarter? AssumedFrom { get; set; }

    public string Address => $"/returns/{GrantReference}/{Quarter.InAddress}";

    /// <summary>Whether it is late, to come in or to be back.</summary>
    public bool IsOverdueOn(DateOnly day) => AwaitedOn < day;

    /// <summary>
    /// Whether what it says of an intervention, or of the grant as a whole, is challenged: its section is sent back. A return with nothing
    /// to report has no figures.
    /// </summary>
    public bool Challenges(Guid? intervention) => Challenged.Contains(intervention?.ToString() ?? MatchFunding);

    /// <summary>How late it is to be back, or was.</summary>
    public string Rework(DateOnly today) => LateRework.Words(BackBy, ReworkDaysLate, today);

    /// <summary>The section whose figures are not of one intervention, as a return's events name it.</summary>
    public const string MatchFunding = "match-funding";
}

/// <summary>One figure of a return that came in: pence, or how many.</summary>
internal sealed class Figure
{
    public Guid ReturnId { get; init; }

    /// <summary>Counts the return's figures from 1.</summary>
    public int Number { get; init; }
    public Guid GrantId { get; init; }

    /// <summary>Null where it is about the grant as a whole.</summary>
    public Guid? InterventionId { get; init; }

    /// <summary>The return's quarter.</summary>
    public Quarter Quarter { get; init; }

    /// <summary>The quarter that it is about: a later one for forecasts, an earlier one for corrections.</summary>
    public Quarter About { get; init; }

    /// <summary>What the figure measures.</summary>
    public Measure Measure { get; init; }

    /// <summary>The indicator, or the source of match funding.</summary>
    public string Name { get; init; } = "";

    /// <summary>Pence for money; otherwise how many.</summary>
    public long Amount { get; init; }

    /// <summary>Whether the office has sent it back, and waits for it to be put right or confirmed.</summary>
    public bool IsChallenged { get; init; }
}

/// <summary>What a figure measures.</summary>
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

    /// <summary>How it is going, by the last return that says so.</summary>
    public DeliveryStatus Status { get; set; }

    /// <summary>What that return says about it.</summary>
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

/// <summary>How punctual a partnership's returns were for a programme and a quarter.</summary>
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

    /// <summary>How many working days late those were in all.</summary>
    public int WorkingDaysLate { get; set; }
}
