using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Model.Foi;

/// <summary>A request under the Freedom of Information Act 2000. FoiRequest.Answer.cs has how it is answered, FoiRequest.Later.cs what may follow, FoiRequest.Keeping.cs when who asked is forgotten, FoiRequest.Logged.cs what was written into the log.</summary>
internal sealed partial class FoiRequest : Aggregate
{
    private FoiRequest() { }

    public string Reference { get; private init; } = "";
    public FoiState State { get; private set; }
    public DateOnly ReceivedOn { get; private set; }
    public DateOnly DueOn { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public FoiDetails Details { get; private set; } = null!;

    /// <summary>Who asked: in no event, and on no page but the office's.</summary>
    public Requester Requester { get; private set; } = null!;

    /// <summary>The words around the questions, which may say who asked.</summary>
    public string Background { get; private set; } = "";

    /// <summary>The letter as it was sent, with the requester's name; null until then, and once that is forgotten.</summary>
    public string? Letter { get; private set; }

    /// <summary>Every step of it, oldest first.</summary>
    public IReadOnlyList<FoiStep> Steps { get; private set; } = [];

    /// <summary>Whether somebody waits for an answer: to the request, or to its review.</summary>
    public bool IsOpen => State is FoiState.Open or FoiState.AwaitingClarification || Details.Review is { AnsweredOn: null };

    /// <summary>By when the office must act; null while it is the requester's turn, or nobody's.</summary>
    public DateOnly? NextDueOn => State == FoiState.Open ? DueOn : State == FoiState.Answered && Details.Review is { AnsweredOn: null } review ? review.DueOn : null;

    public bool IsOverdue(DateOnly today) => NextDueOn < today;

    public static string ReferenceOf(int year, int number) => $"FOI-{year}-{number:000}";

    /// <summary>Asks the requester what is meant: the clock stands still until they say.</summary>
    public Result AskClarification(string? question, Person by, DateTimeOffset at)
    {
        if (State != FoiState.Open) return NotOpen();
        var (today, text) = (London.DateOf(at), TypedText.Tidy(question));
        if (today > DueOn) return Result.Refused("foi-overdue", $"The time ended on {London.Plain(DueOn)}: asking now does not stop the clock. Answer the request");
        if (Wrong("Question", text, "Enter what you ask the requester") is { } wrong) return wrong;
        Become(Details with { State = FoiState.AwaitingClarification, Clarifications = [.. Details.Clarifications, new(today, text)] },
            $"{ClarificationAsked}: {text}", by, at, (v, d) => new FoiClarificationAsked(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>The requester has said what is meant: a new twenty working days (section 1(3)).</summary>
    public Result Clarify(DateOnly? on, string? clarified, Person by, DateTimeOffset at)
    {
        if (State != FoiState.AwaitingClarification) return Result.Refused("foi-not-asked", "No clarification has been asked for");
        var asked = Details.Clarifications[^1];
        if (WrongDay("AnsweredOn", on, asked.AskedOn, "the requester answered", at) is { } wrong) return wrong;
        if (TypedText.Tidy(clarified).Length > NewFoiRequest.LongestText) return Result.Of([new("Clarified", "What the requester means must be 8,000 characters or fewer")]);
        var questions = NewFoiRequest.Split(clarified) is { Count: > 0 } said ? said : Details.Questions;
        // Another set of questions has other answers.
        var answers = questions.Count == Details.Questions.Count ? Details.Answers : [];
        var due = FoiClock.DueOn(on!.Value);
        Become(Details with { State = FoiState.Open, DueOn = due, Questions = questions, Answers = answers, Clarifications = [.. Details.Clarifications.SkipLast(1), asked with { AnsweredOn = on }] },
            $"Clarified on {London.Plain(on.Value)}, due by {London.Plain(due)}", by, at, (v, d) => new FoiRequestClarified(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>Takes more time to weigh the public interest; the requester is told within the time that there was (sections 10(3) and 17(2)).</summary>
    public Result Extend(string? section, string? reason, DateOnly? to, Person by, DateTimeOffset at)
    {
        if (State != FoiState.Open) return NotOpen();
        var (today, text) = (London.DateOf(at), TypedText.Tidy(reason));
        if (today > DueOn) return Result.Refused("foi-overdue", $"The time ended on {London.Plain(DueOn)}: it can no longer be extended");
        var problems = new List<Problem>();
        if (Exemption.Find(section) is not { IsQualified: true }) problems.Add(new("Section", "Select the qualified exemption whose public interest you weigh"));
        if (Wrong("Reason", text, "Enter why more time is needed") is { } wrong) problems.AddRange(wrong.Problems);
        if (to is not { } until) problems.Add(new("To", "Enter the new date"));
        else if (until <= DueOn) problems.Add(new("To", $"The new date must be after {London.Plain(DueOn)}, when the answer is due now"));
        else if (until > DueOn.AddYears(1)) problems.Add(new("To", $"The new date must be {London.Plain(DueOn.AddYears(1))} or earlier: check its year"));
        else if (!WorkingDays.Contains(until)) problems.Add(new("To", "The new date must be a working day"));
        if (problems.Count > 0) return Result.Of(problems);
        Become(Details with { DueOn = to!.Value, Extensions = [.. Details.Extensions, new(today, section!, text, DueOn, to.Value)] },
            $"Extended to {London.Plain(to.Value)} to weigh the public interest of section {section}: {text}", by, at, (v, d) => new FoiRequestExtended(Id, v, at, by, d));
        return Result.Done;
    }

    private void Become(FoiDetails details, string step, Person by, DateTimeOffset at, Func<int, FoiDetails, IEvent> make)
    {
        var wasOpen = ClosedOn is null;
        (Details, State, ReceivedOn, DueOn, PublishedAt) = (details, details.State, details.ReceivedOn, details.DueOn, details.PublishedAt?.ToUniversalTime());
        if (IsOpen) ClosedOn = null;
        else if (wasOpen) ClosedOn = London.DateOf(at);
        Steps = [.. Steps, new(at.ToUniversalTime(), by, step)];
        Raise(v => make(v, WithoutLetters(details)));
    }

    private Result NotOpen() => State switch
    {
        FoiState.AwaitingClarification => Result.Refused("foi-awaiting-clarification", "The requester has been asked what is meant. Record their answer first"),
        FoiState.Answered => Result.Refused("foi-answered", "This request has been answered"),
        _ => Result.Refused("foi-withdrawn", "This request was withdrawn"),
    };

    private static Result? Wrong(string field, string text, string missing) => text.Length switch
    {
        0 => Result.Of([new(field, missing)]),
        > NewFoiRequest.LongestText => Result.Of([new(field, "Text must be 8,000 characters or fewer")]),
        _ => null,
    };

    private static Result? WrongDay(string field, DateOnly? on, DateOnly notBefore, string what, DateTimeOffset at) =>
        on is not { } day ? Result.Of([new(field, $"Enter the day on which {what}")])
        : day < notBefore ? Result.Of([new(field, $"The day on which {what} must be {London.Plain(notBefore)} or later")])
        : day > London.DateOf(at) ? Result.Of([new(field, $"The day on which {what} must be today or in the past")])
        : null;
}

/// <summary>One step of a request, in words, for the office.</summary>
internal sealed record FoiStep(DateTimeOffset At, Person By, string Text);
