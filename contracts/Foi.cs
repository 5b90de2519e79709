using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A request under the Freedom of Information Act 2000 came in. No message says who asked. Publisher: Reporting.</summary>
public sealed record FoiRequestReceived(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>The entry in the request log was corrected. Publisher: Reporting.</summary>
public sealed record FoiRequestCorrected(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>The requester was asked what they mean: the clock stops until they say (section 1(3)). Publisher: Reporting.</summary>
public sealed record FoiClarificationAsked(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>The requester said what they mean: a new twenty working days begin. Publisher: Reporting.</summary>
public sealed record FoiRequestClarified(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>More time was taken to weigh the public interest (section 10(3)). Publisher: Reporting.</summary>
public sealed record FoiRequestExtended(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>An answer was drafted, with what it withholds and why. Publisher: Reporting.</summary>
public sealed record FoiAnswerDrafted(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>The request was answered. Publisher: Reporting.</summary>
public sealed record FoiRequestAnswered(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>The answer was put into the public disclosure log. Publisher: Reporting.</summary>
public sealed record FoiAnswerPublished(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>The requester asked for an internal review. Publisher: Reporting.</summary>
public sealed record FoiReviewRequested(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>The internal review was answered. Publisher: Reporting.</summary>
public sealed record FoiRequestReviewed(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>The requester took the request back. Publisher: Reporting.</summary>
public sealed record FoiRequestWithdrawn(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>
/// The requester's details were deleted, and blacked out in the letter to them, some years after it was closed. Publisher: Reporting.
/// </summary>
public sealed record FoiRequesterDeleted(Guid Id, int Version, DateTimeOffset At, Person By, FoiDetails Details)
    : Event<FoiDetails>(Id, Version, At, By, Details);

/// <summary>The office changed fixed sentences of its letters. Publisher: Reporting.</summary>
public sealed record FoiWordingChanged(Guid Id, int Version, DateTimeOffset At, Person By, FoiWordingDetails Details)
    : Event<FoiWordingDetails>(Id, Version, At, By, Details);

/// <summary>The sentences of letters that the office words in its own way.</summary>
/// <param name="Sentences">Each of them; none where all are as usual.</param>
public sealed record FoiWordingDetails(IReadOnlyList<FoiSentenceWords> Sentences);

/// <summary>A sentence of letters in the office's words.</summary>
/// <param name="Key">Which sentence it is: "review".</param>
/// <param name="Text">Its words, with what is filled in between two braces; empty where letters leave it out.</param>
public sealed record FoiSentenceWords(string Key, string Text);

/// <summary>A request as it stands, without the person who made it.</summary>
/// <param name="Reference">"FOI-2021-001": numbered through the calendar year of receipt.</param>
/// <param name="OtherReference">The number that the office's letters give it: "1680/21"; empty for none.</param>
/// <param name="Subject">What it is about, in a few words.</param>
/// <param name="Questions">What is asked, question by question, as it was asked.</param>
/// <param name="ReceivedOn">The day on which it came in.</param>
/// <param name="DueOn">The last day for the answer: the 20th working day after receipt or clarification, or a later one after an
/// extension.</param>
/// <param name="State">How far it is.</param>
public sealed record FoiDetails(
    string Reference,
    string OtherReference,
    string Subject,
    IReadOnlyList<string> Questions,
    DateOnly ReceivedOn,
    DateOnly DueOn,
    FoiState State
)
{
    /// <summary>What was asked back, oldest first.</summary>
    public IReadOnlyList<FoiClarification> Clarifications { get; init; } = [];

    /// <summary>Extensions, oldest first.</summary>
    public IReadOnlyList<FoiExtension> Extensions { get; init; } = [];

    /// <summary>One answer for each question, in their order; none before one is drafted.</summary>
    public IReadOnlyList<FoiAnswer> Answers { get; init; } = [];

    /// <summary>The day on which it was answered; null until then.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>How many working days after the due date it was answered: 0 is on time, null not yet.</summary>
    public int? WorkingDaysLate { get; init; }

    /// <summary>Whether the information was held and given; null until answered.</summary>
    public FoiOutcome? Outcome { get; init; }

    /// <summary>The internal review; null where none was asked for.</summary>
    public FoiReview? Review { get; init; }

    /// <summary>The day on which it was taken back; null where it was not.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>When the answer was put into the disclosure log; null until then.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The questions as they are published; empty until then.</summary>
    public IReadOnlyList<string> PublishedQuestions { get; init; } = [];

    /// <summary>The day on which the requester's details were deleted; null until then.</summary>
    public DateOnly? RequesterDeletedOn { get; init; }
}

/// <summary>How far a request is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FoiState>))]
public enum FoiState
{
    /// <summary>To be answered: the clock runs.</summary>
    Open,

    /// <summary>The requester was asked what they mean: the clock has stopped.</summary>
    AwaitingClarification,

    /// <summary>Answered.</summary>
    Answered,

    /// <summary>Taken back by the requester.</summary>
    Withdrawn,
}

/// <summary>What became of the information asked for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FoiOutcome>))]
public enum FoiOutcome
{
    /// <summary>All of it that is held was given.</summary>
    Held,

    /// <summary>Some of it was given, some refused.</summary>
    PartlyRefused,

    /// <summary>None of it is held.</summary>
    NotHeld,

    /// <summary>All of it was refused.</summary>
    Refused,
}

/// <summary>A question back to the requester.</summary>
/// <param name="AskedOn">The day on which the clock stopped.</param>
/// <param name="Question">What was asked. Empty in messages and once the requester's details are deleted, because it may name them.</param>
/// <param name="AnsweredOn">The day from which a new twenty working days run; null until the requester answers.</param>
public sealed record FoiClarification(DateOnly AskedOn, string Question, DateOnly? AnsweredOn = null);

/// <summary>More time for the public interest test (section 10(3)).</summary>
/// <param name="On">The day on which it was decided and told.</param>
/// <param name="Section">The qualified exemption that is weighed: "31".</param>
/// <param name="Reason">Why more time is needed.</param>
/// <param name="From">When the answer was due before.</param>
/// <param name="To">When it is due now.</param>
public sealed record FoiExtension(DateOnly On, string Section, string Reason, DateOnly From, DateOnly To);

/// <summary>The answer to one question.</summary>
/// <param name="Text">The office's words; empty where it is answered together with the next question.</param>
/// <param name="IsHeld">Whether the information is held.</param>
/// <param name="Withheld">What is not given, and why.</param>
public sealed record FoiAnswer(string Text, bool IsHeld, IReadOnlyList<FoiWithheld> Withheld);

/// <summary>Information that is held and not given. What it says is nowhere in the request.</summary>
/// <param name="What">"ANPR cameras: model and description".</param>
/// <param name="Section">The section of the Act: "31".</param>
/// <param name="Reason">The public interest reasoning for a qualified exemption; why the section applies for another.</param>
/// <param name="IsWhole">Whether the question is refused as a whole.</param>
public sealed record FoiWithheld(string What, string Section, string Reason, bool IsWhole)
{
    /// <summary>Where the public finds it (section 21); empty otherwise.</summary>
    public string Address { get; init; } = "";
}

/// <summary>An internal review.</summary>
/// <param name="AskedOn">When the requester asked for it.</param>
/// <param name="DueOn">The 20th working day after.</param>
/// <param name="AnsweredOn">When it was answered; null until then.</param>
/// <param name="Outcome">Whether the first answer stands; null until answered.</param>
/// <param name="Text">What the review found. Empty in messages and once the requester's details are deleted: it may name them.</param>
public sealed record FoiReview(
    DateOnly AskedOn,
    DateOnly DueOn,
    DateOnly? AnsweredOn = null,
    FoiReviewOutcome? Outcome = null,
    string Text = ""
);

/// <summary>What a review found of the first answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FoiReviewOutcome>))]
public enum FoiReviewOutcome
{
    /// <summary>It stands.</summary>
    Upheld,

    /// <summary>Some of it stands.</summary>
    PartlyUpheld,

    /// <summary>It does not stand.</summary>
    NotUpheld,
}
