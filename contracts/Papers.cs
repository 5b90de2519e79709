using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A board paper was begun, or a draft of one was changed. Publisher: Reporting.</summary>
public sealed record BoardPaperDrafted(Guid Id, int Version, DateTimeOffset At, Person By, BoardPaperDetails Details)
    : Event<BoardPaperDetails>(Id, Version, At, By, Details);

/// <summary>A board paper was issued: from now on it does not change. Publisher: Reporting.</summary>
public sealed record BoardPaperIssued(Guid Id, int Version, DateTimeOffset At, Person By, BoardPaperDetails Details)
    : Event<BoardPaperDetails>(Id, Version, At, By, Details);

/// <summary>A draft of a board paper was discarded. Publisher: Reporting.</summary>
public sealed record BoardPaperDiscarded(Guid Id, int Version, DateTimeOffset At, Person By, BoardPaperDetails Details)
    : Event<BoardPaperDetails>(Id, Version, At, By, Details);

/// <summary>Which paper it is. Its text stays with its publisher.</summary>
/// <param name="Number">1, 2, 3: part of its address.</param>
/// <param name="Title">"Update: Office of the Police and Crime Commissioner".</param>
/// <param name="Meeting">Whose meeting it is for: "Leicestershire and Rutland Safer Communities Strategy Board".</param>
/// <param name="MeetingOn">The day of the meeting.</param>
/// <param name="AsAt">The instant at which its figures were frozen.</param>
/// <param name="State">Draft, issued or discarded.</param>
public sealed record BoardPaperDetails(
    int Number,
    string Title,
    string Meeting,
    DateOnly MeetingOn,
    DateTimeOffset AsAt,
    BoardPaperState State
);

/// <summary>Where a board paper stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BoardPaperState>))]
public enum BoardPaperState
{
    /// <summary>Being written; only officers see it.</summary>
    Draft,

    /// <summary>Issued to the board; it never changes again.</summary>
    Issued,

    /// <summary>Not proceeded with.</summary>
    Discarded,
}
