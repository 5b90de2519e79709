using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Model;

/// <summary>A row that events fill: it keeps the newest version that has been seen.</summary>
internal interface ILine
{
    Guid Id { get; init; }
    int Version { get; set; }
}

internal sealed class RoundLine : ILine
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string Reference { get; set; } = "";
    public string Name { get; set; } = "";
    public DateTimeOffset OpensAt { get; set; }
    public DateTimeOffset ClosesAt { get; set; }
}

internal sealed class BidLine : ILine, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Guid RoundId { get; set; }
    public string Reference { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;
    public string Title { get; set; } = "";
    public BidState State { get; set; }
    public Money Asked { get; set; }
}

internal sealed class GrantLine : ILine, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public string Reference { get; set; } = "";
    public string Programme { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;
    public string Title { get; set; } = "";
    public DateOnly DeliveryTo { get; set; }
    public Money Amount { get; set; }
}

/// <summary>One promised output of a grant.</summary>
internal sealed class TargetLine : IOfPartnership
{
    public Guid GrantId { get; init; }
    public Guid InterventionId { get; init; }
    public string Indicator { get; init; } = "";
    public Partnership Partnership { get; init; } = null!;
    public string Programme { get; init; } = "";
    public string GrantReference { get; init; } = "";
    public string Intervention { get; init; } = "";
    public int Order { get; init; }
    public int Target { get; init; }
    public TargetKind Kind { get; init; }
}

internal sealed class ReturnLine : ILine, IOfPartnership
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Guid GrantId { get; set; }
    public string GrantReference { get; set; } = "";
    public string Title { get; set; } = "";
    public Partnership Partnership { get; set; } = null!;
    public Quarter Quarter { get; set; }
    public DateOnly OpensOn { get; set; }
    public DateOnly DueOn { get; set; }
    public ReturnState State { get; set; }
    public int? WorkingDaysLate { get; set; }

    /// <summary>The highest rung of the ladder that it was chased on.</summary>
    public int? Rung { get; set; }

    public string Address => $"/returns/{GrantReference}/{Quarter.ToString().Replace('/', '-').Replace(' ', '-').ToLowerInvariant()}";

    public bool IsOverdueOn(DateOnly day) => State != ReturnState.Submitted && DueOn < day;
}

/// <summary>What a return said of one output of one intervention.</summary>
internal sealed class AchievementLine
{
    public Guid ReturnId { get; init; }
    public Guid GrantId { get; init; }
    public Guid InterventionId { get; init; }
    public string Indicator { get; init; } = "";
    public int Quantity { get; init; }
}

/// <summary>One thing that happened, in words.</summary>
internal sealed class Activity
{
    public Guid Id { get; init; }
    public int Version { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
    public string Text { get; init; } = "";
    public string? Link { get; init; }

    /// <summary>Whether it is a letter that went out: those have a list of their own.</summary>
    public bool IsLetter { get; init; }

    /// <summary>Whether somebody at the office must do something about it.</summary>
    public bool IsAlert { get; init; }
}
