using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A grant's return for a quarter was put on the calendar. Publisher: Returns.</summary>
public sealed record ReturnScheduled(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Return) : IEvent;

/// <summary>The quarter is over: the return can be filled in. Publisher: Returns.</summary>
public sealed record ReturnOpened(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Return) : IEvent;

/// <summary>A part of a return was saved. Publisher: Returns.</summary>
public sealed record ReturnSaved(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Return) : IEvent;

/// <summary>The editor handed a return over to be certified. Publisher: Returns.</summary>
public sealed record ReturnReady(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Return) : IEvent;

/// <summary>A return was certified and submitted. Publisher: Returns.</summary>
public sealed record ReturnSubmitted(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Return) : IEvent;

/// <summary>A return that is not in came to a rung of its ladder. Once per return and rung. Publisher: Returns.</summary>
/// <param name="Id">The return.</param>
/// <param name="Version">The return's version.</param>
/// <param name="At">When.</param>
/// <param name="By">The platform.</param>
/// <param name="Return">The return as it stands.</param>
/// <param name="Rung">The rung: where several were missed, the highest.</param>
public sealed record ReturnChased(Guid Id, int Version, DateTimeOffset At, Person By, ReturnDetails Return, Rung Rung) : IEvent;

/// <summary>A return as it stands.</summary>
/// <param name="GrantId">The grant that it reports on.</param>
/// <param name="GrantReference">"SS5-MEL-01".</param>
/// <param name="Programme">The fund.</param>
/// <param name="Title">The project's title.</param>
/// <param name="Partnership">Who owes it.</param>
/// <param name="Quarter">The quarter that it is about.</param>
/// <param name="OpensOn">The first day it can be filled in.</param>
/// <param name="DueOn">The last day on which it is not late.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Lines">One per intervention; empty until something is saved.</param>
/// <param name="FirstSubmittedAt">When it first came in; kept through rework; null when it never has.</param>
/// <param name="WorkingDaysLate">At first submission: 0 is on time, null is not in yet.</param>
public sealed record ReturnDetails(
    Guid GrantId, string GrantReference, string Programme, string Title, Partnership Partnership, Quarter Quarter, DateOnly OpensOn, DateOnly DueOn,
    ReturnState State, IReadOnlyList<ReturnLine> Lines, DateTimeOffset? FirstSubmittedAt, int? WorkingDaysLate);

/// <summary>Where a return stands. Overdue is not a state: it is any state before Submitted, after the due date.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReturnState>))]
public enum ReturnState
{
    /// <summary>Its quarter is not over.</summary>
    Scheduled,

    /// <summary>Can be filled in; nobody has.</summary>
    Open,

    /// <summary>Something has been saved.</summary>
    InProgress,

    /// <summary>Handed to the lead.</summary>
    ReadyToCertify,

    /// <summary>Certified and in.</summary>
    Submitted,
}

/// <summary>What is reported of one intervention for one quarter.</summary>
/// <param name="InterventionId">Of the grant.</param>
/// <param name="Status">How it goes.</param>
/// <param name="Narrative">What happened.</param>
/// <param name="Capital">Spent in the quarter on things that last.</param>
/// <param name="Revenue">Spent in the quarter on running costs.</param>
/// <param name="Achieved">Per output, in the grant's order, what the quarter added.</param>
public sealed record ReturnLine(Guid InterventionId, DeliveryStatus Status, string Narrative, Money Capital, Money Revenue, IReadOnlyList<Achievement> Achieved);

/// <summary>What a quarter added to one output.</summary>
/// <param name="Indicator">The output's indicator.</param>
/// <param name="Quantity">0 or more.</param>
public sealed record Achievement(string Indicator, int Quantity);

/// <summary>How an intervention goes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryStatus>))]
public enum DeliveryStatus
{
    /// <summary>Nothing has begun.</summary>
    NotStarted,

    /// <summary>As planned.</summary>
    OnTrack,

    /// <summary>May be late or short.</summary>
    AtRisk,

    /// <summary>Is late.</summary>
    Delayed,

    /// <summary>Done.</summary>
    Complete,
}

/// <summary>A step of a programme's chasing ladder.</summary>
/// <param name="WorkingDays">Before (negative) or after the due date.</param>
/// <param name="Audience">The roles at the partnership that are written to.</param>
public sealed record Rung(int WorkingDays, IReadOnlyList<string> Audience);
