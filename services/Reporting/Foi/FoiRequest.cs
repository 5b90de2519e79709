using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Foi;

/// <summary>A request under the Freedom of Information Act 2000.</summary>
internal sealed class FoiRequest : Aggregate
{
    /// <summary>The step that drafts an answer, in words.</summary>
    public const string Drafted = "Answer drafted";

    private FoiRequest() { }

    public string Reference { get; private init; } = "";

    /// <summary>How far it has got.</summary>
    public FoiState State { get; private set; }

    /// <summary>The day on which the office received it.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The last day on which its answer is in time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When the answer was published (UTC); null until then.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }
    public FoiDetails Details { get; private set; } = null!;

    /// <summary>What the public finds it by, once it is published: references, subject, questions and answers. Empty until then.</summary>
    public string PublicWords { get; private set; } = "";

    /// <summary>Who asked. It is in no event, and only on the office's pages.</summary>
    public Requester Requester { get; private set; } = null!;

    /// <summary>The words around the questions, which may say who asked.</summary>
    public string Background { get; private set; } = "";

    /// <summary>The letter as it was sent, the requester blacked out once their details have been deleted; null until then.</summary>
    public string? Letter { get; private set; }

    /// <summary>Every step of it, oldest first.</summary>
    public IReadOnlyList<FoiStep> Steps { get; private set; } = [];

    /// <summary>Whether an answer is still to come, to the request or to a review.</summary>
    public bool IsOpen => State is FoiState.Open or FoiState.AwaitingClarification || Details.Review is { AnsweredOn: null };

    /// <summary>The day by which the office must act; null while it is the requester's turn, or nobody's.</summary>
    public DateOnly? NextDueOn =>
        State == FoiState.Open ? DueOn
        : State == FoiState.Answered && Details.Review is { AnsweredOn: null } review ? review.DueOn
        : null;

    public bool IsOverdue(DateOnly today) => NextDueOn < today;

    /// <summary>Whether its time still runs, and can be stopped or extended.</summary>
    public bool IsInTime(DateOnly today) => State == FoiState.Open && today <= DueOn;

    public static string ReferenceOf(int year, int number) => $"FOI-{year}-{number:000}";

    /// <summary>Asks the requester what they mean. The clock stops until they answer.</summary>
    public Result AskClarification(string? question, Person by, DateTimeOffset at)
    {
        if (State != FoiState.Open)
            return NotOpen();
        var (today, text) = (London.DateOf(at), TypedText.Tidy(question));
        if (!IsInTime(today))
            return Result.Refused(
                "foi-overdue",
                $"The time ended on {London.Plain(DueOn)}: asking now does not stop the clock. Answer the request"
            );
        if (Wrong("Question", text, "Enter what you ask the requester") is { } wrong)
            return wrong;
        Become(
            Details with
            {
                State = FoiState.AwaitingClarification,
                Clarifications = [.. Details.Clarifications, new(today, text)],
            },
            $"{ClarificationAsked}: {text}",
            by,
            at,
            (v, d) => new FoiClarificationAsked(Id, v, at, by, d)
        );
        return Result.Done;
    }

    /// <summary>Records what the requester meant. A new period of twenty working days begins (section 1(3)).</summary>
    public Result Clarify(DateOnly? on, string? clarified, Person by, DateTimeOffset at)
    {
        if (State != FoiState.AwaitingClarification)
            return Result.Refused("foi-not-asked", "No clarification has been asked for");
        var asked = Details.Clarifications[^1];
        if (WrongDay("AnsweredOn", on, asked.AskedOn, "the requester answered", at) is { } wrong)
            return wrong;
        if (TypedText.Tidy(clarified).Length > NewFoiRequest.LongestText)
            return Result.Of([new("Clarified", "What the requester means must be 8,000 characters or fewer")]);
        var questions = NewFoiRequest.Split(clarified) is { Count: > 0 } said ? said : Details.Questions;
        // Other questions have other answers.
        var answers = questions.Count == Details.Questions.Count ? Details.Answers : [];
        var due = FoiClock.DueOn(on!.Value);
        Become(
            Details with
            {
                State = FoiState.Open,
                DueOn = due,
                Questions = questions,
                Answers = answers,
                Clarifications = [.. Details.Clarifications.SkipLast(1), asked with { AnsweredOn = on }],
            },
            $"Clarified on {London.Plain(on.Value)}, due by {London.Plain(due)}",
            by,
            at,
            (v, d) => new FoiRequestClarified(Id, v, at, by, d)
        );
        return Result.Done;
    }

    /// <summary>
    /// Takes more time to weigh the public interest; the requester is told within the original time (sections 10(3) and 17(2)).
    /// </summary>
    public Result Extend(string? section, string? reason, DateOnly? to, Person by, DateTimeOffset at)
    {
        if (State != FoiState.Open)
            return NotOpen();
        var (today, text) = (London.DateOf(at), TypedText.Tidy(reason));
        if (!IsInTime(today))
            return Result.Refused("foi-overdue", $"The time ended on {London.Plain(DueOn)}: it can no longer be extended");
        var problems = new List<Problem>();
        if (Exemption.Find(section) is not { IsQualified: true })
            problems.Add(new("Section", "Select the qualified exemption whose public interest you weigh"));
        if (Wrong("Reason", text, "Enter why more time is needed") is { } wrong)
            problems.AddRange(wrong.Problems);
        if (to is not { } until)
            problems.Add(new("To", "Enter the new date"));
        else if (until <= DueOn)
            problems.Add(new("To", $"The new date must be after {London.Plain(DueOn)}, when the answer is due now"));
        else if (until > DueOn.AddYears(1))
            problems.Add(new("To", $"The new date must be {London.Plain(DueOn.AddYears(1))} or earlier: check its year"));
        else if (!WorkingDayCalendar.UnitedKingdom.Contains(until))
            problems.Add(new("To", "The new date must be a working day"));
        if (problems.Count > 0)
            return Result.Of(problems);
        Become(
            Details with
            {
                DueOn = to!.Value,
                Extensions = [.. Details.Extensions, new(today, section!, text, DueOn, to.Value)],
            },
            $"Extended to {London.Plain(to.Value)} to weigh the public interest of section {section}: {text}",
            by,
            at,
            (v, d) => new FoiRequestExtended(Id, v, at, by, d)
        );
        return Result.Done;
    }

    private void Become(FoiDetails details, string step, Person by, DateTimeOffset at, Func<int, FoiDetails, IEvent> make)
    {
        var wasOpen = ClosedOn is null;
        Details = details;
        State = details.State;
        ReceivedOn = details.ReceivedOn;
        DueOn = details.DueOn;
        PublishedAt = details.PublishedAt?.ToUniversalTime();
        PublicWords = PublishedAt is null
            ? ""
            : string.Join(
                '\n',
                [
                    details.Reference,
                    details.OtherReference,
                    details.Subject,
                    .. details.PublishedQuestions.Count > 0 ? details.PublishedQuestions : details.Questions,
                    .. details.Answers.Select(a => a.Text),
                ]
            );
        if (IsOpen)
            ClosedOn = null;
        else if (wasOpen)
            ClosedOn = London.DateOf(at);
        Steps = [.. Steps, new(at.ToUniversalTime(), by, step)];
        Raise(v => make(v, WithoutLetters(details)));
    }

    private Result NotOpen() =>
        State switch
        {
            FoiState.AwaitingClarification => Result.Refused(
                "foi-awaiting-clarification",
                "The requester has been asked what is meant. Record their answer first"
            ),
            FoiState.Answered => Result.Refused("foi-answered", "This request has been answered"),
            _ => Result.Refused("foi-withdrawn", "This request was withdrawn"),
        };

    private static Result? Wrong(string field, string text, string missing) =>
        text.Length switch
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

    /// <param name="reference">"FOI-2021-001".</param>
    /// <param name="typed">The request, which has been checked.</param>
    /// <param name="by">Who logs it.</param>
    /// <param name="at">When.</param>
    /// <param name="id">Created with the page, so that pressing twice logs one request.</param>
    public static FoiRequest Receive(string reference, NewFoiRequest typed, Person by, DateTimeOffset at, Guid? id = null)
    {
        var received = typed.ReceivedOn!.Value;
        var request = new FoiRequest { Id = id ?? Guid.CreateVersion7(), Reference = reference };
        request.TakeAsker(typed);
        var details = new FoiDetails(
            reference,
            TypedText.Line(typed.OtherReference),
            TypedText.Line(typed.Subject),
            [.. typed.Questions.Select(TypedText.Tidy)],
            received,
            FoiClock.DueOn(received),
            FoiState.Open
        );
        request.Become(
            details,
            $"Received on {London.Plain(received)}, due by {London.Plain(details.DueOn)}",
            by,
            at,
            (v, d) => new FoiRequestReceived(request.Id, v, at, by, d)
        );
        return request;
    }

    /// <summary>Whether the log already says this about the request.</summary>
    public bool Says(NewFoiRequest typed) => Changed(typed).Count == 0;

    /// <summary>Corrects what was logged, until the request is answered.</summary>
    public Result Correct(NewFoiRequest typed, Person by, DateTimeOffset at)
    {
        if (State is FoiState.Answered or FoiState.Withdrawn)
            return NotOpen();
        var problems = typed.Problems(London.DateOf(at)).ToList();
        var isMoved = typed.ReceivedOn is { } on && on != ReceivedOn;
        if (problems.Count == 0 && isMoved && Details.Clarifications.Count + Details.Extensions.Count > 0)
            problems.Add(
                new("ReceivedOn", $"It must stay {London.Plain(ReceivedOn)}: the time was stopped or extended since, and goes by that")
            );
        if (problems.Count > 0)
            return Result.Of(problems);
        if (Changed(typed) is not { Count: > 0 } changed)
            return Result.Done;
        TakeAsker(typed);
        List<string> questions = [.. typed.Questions.Select(TypedText.Tidy)];
        Become(
            Details with
            {
                Subject = TypedText.Line(typed.Subject),
                OtherReference = TypedText.Line(typed.OtherReference),
                Questions = questions,
                ReceivedOn = typed.ReceivedOn!.Value,
                DueOn = isMoved ? FoiClock.DueOn(typed.ReceivedOn.Value) : DueOn,
                // Other questions have other answers.
                Answers = questions.Count == Details.Questions.Count ? Details.Answers : [],
            },
            $"Log corrected: {string.Join(", ", changed)}",
            by,
            at,
            (v, d) => new FoiRequestCorrected(Id, v, at, by, d)
        );
        return Result.Done;
    }

    private List<string> Changed(NewFoiRequest typed) =>
        [
            .. new (string What, bool Same)[]
            {
                ("day of receipt", typed.ReceivedOn == ReceivedOn),
                ("subject", TypedText.Line(typed.Subject) == Details.Subject),
                ("reference", TypedText.Line(typed.OtherReference) == Details.OtherReference),
                ("words around the questions", TypedText.Tidy(typed.Background) == Background),
                ("questions", typed.Questions.Select(TypedText.Tidy).SequenceEqual(Details.Questions)),
                ("requester", Requester.Of(typed) == Requester),
            }
                .Where(w => !w.Same)
                .Select(w => w.What),
        ];

    private void TakeAsker(NewFoiRequest typed) => (Requester, Background) = (Requester.Of(typed), TypedText.Tidy(typed.Background));

    /// <summary>Saves the draft answers, any of which may still be empty.</summary>
    public Result Draft(IReadOnlyList<FoiAnswer> answers, Person by, DateTimeOffset at)
    {
        if (State != FoiState.Open)
            return NotOpen();
        var tidy = answers.Select(a => a.Tidied()).ToList();
        if (Problems(tidy) is { Count: > 0 } problems)
            return Result.Of(problems);
        if (JsonColumn.Same<IReadOnlyList<FoiAnswer>>(tidy, Details.Answers))
            return Result.Done;
        var before = Details.Answers.SelectMany(a => a.Withheld).ToHashSet();
        var news = tidy.SelectMany(a => a.Withheld)
            .Where(w => !before.Contains(w))
            .Select(w => $"{w.What} withheld under section {w.Section}")
            .ToList();
        Become(
            Details with
            {
                Answers = tidy,
            },
            news.Count == 0 ? Drafted : $"{Drafted}. {string.Join(". ", news)}",
            by,
            at,
            (v, d) => new FoiAnswerDrafted(Id, v, at, by, d)
        );
        return Result.Done;
    }

    /// <summary>Whether the draft can go out as it stands.</summary>
    public Result MayAnswer()
    {
        if (State != FoiState.Open)
            return NotOpen();
        if (Details.Answers.Count == 0)
            return Result.Refused("foi-no-answer", "Write an answer first");
        var problems = new List<Problem>();
        foreach (var (answer, i) in Details.Answers.Select((a, i) => (a, i)))
            if (answer is { Text.Length: 0, Withheld.Count: 0, IsHeld: true } && i == Details.Answers.Count - 1)
                problems.Add(new($"Answers[{i}].Text", $"Enter an answer to question {i + 1}: there is no later one to answer it with"));
        return Result.Of(problems);
    }

    /// <summary>Records that the answer was sent on that day, with the letter as it stands.</summary>
    public Result Answer(DateOnly? on, Letterhead office, FoiSentences sentences, Person by, DateTimeOffset at)
    {
        if (MayAnswer() is { IsDone: false } refused)
            return refused;
        var from = Details.Clarifications.Select(c => c.AnsweredOn).LastOrDefault(d => d is not null) ?? ReceivedOn;
        if (WrongDay("AnsweredOn", on, from, "the answer was sent", at) is { } wrong)
            return wrong;
        var late = FoiClock.Late(DueOn, on!.Value);
        Letter = FoiLetter.Of(this, office, sentences, on.Value);
        Become(
            Details with
            {
                State = FoiState.Answered,
                AnsweredOn = on,
                WorkingDaysLate = late,
                Outcome = OutcomeOf(Details.Answers),
            },
            late == 0
                ? $"Answered on {London.Plain(on.Value)}, in time"
                : $"Answered on {London.Plain(on.Value)}, {WorkingDays.Words(late)} late",
            by,
            at,
            (v, d) => new FoiRequestAnswered(Id, v, at, by, d)
        );
        return Result.Done;
    }

    /// <summary>The outcome of the request, from the outcome of each question.</summary>
    public static FoiOutcome OutcomeOf(IReadOnlyList<FoiAnswer> answers)
    {
        // A question that is answered together with the next one has the same outcome.
        var own = answers.Where(a => a.Text.Length > 0 || a.Withheld.Count > 0 || !a.IsHeld).ToList();
        if (own.Count > 0 && own.All(a => a.Withheld.Any(w => w.IsWhole)))
            return FoiOutcome.Refused;
        if (own.Any(a => a.Withheld.Count > 0))
            return FoiOutcome.PartlyRefused;
        return own.Count > 0 && own.All(a => !a.IsHeld) ? FoiOutcome.NotHeld : FoiOutcome.Held;
    }

    private List<Problem> Problems(List<FoiAnswer> answers)
    {
        if (answers.Count != Details.Questions.Count)
            return [new("Answers", $"Answer each of the {Details.Questions.Count} questions")];
        var problems = new List<Problem>();
        foreach (var (answer, i) in answers.Select((a, i) => (a, i)))
        {
            if (answer.Text.Length > NewFoiRequest.LongestText)
                problems.Add(new($"Answers[{i}].Text", $"Answer to question {i + 1} must be 8,000 characters or fewer"));
            if (!answer.IsHeld && answer.Withheld.Count > 0)
                problems.Add(new($"Answers[{i}].IsHeld", $"Question {i + 1}: what is not held cannot be withheld"));
            foreach (var (part, n) in answer.Withheld.Select((w, n) => (w, n)))
                problems.AddRange(Problems(part, $"Answers[{i}].Withheld[{n}]"));
        }
        return problems;
    }

    private static IEnumerable<Problem> Problems(FoiWithheld part, string field)
    {
        if (part.What.Length is 0 or > 300)
            yield return new($"{field}.What", "Enter what is withheld, in 300 characters or fewer");
        if (Exemption.Find(part.Section) is not { } exemption)
            yield return new($"{field}.Section", "Select the exemption");
        else if (exemption.IsQualified && part.Reason.Length == 0)
            yield return new($"{field}.Reason", $"Enter why the public interest is in withholding it: section {part.Section} is qualified");
        else if (part.Section == Exemption.OtherMeans && part.Address.Length == 0)
            yield return new($"{field}.Address", "Enter where the information can be found");
        if (part.Reason.Length > 4000)
            yield return new($"{field}.Reason", "Reasons must be 4,000 characters or fewer");
        if (part.Address.Length > 500)
            yield return new($"{field}.Address", "The address must be 500 characters or fewer");
    }

    /// <summary>Puts the answer into the public disclosure log. Questions may be reworded if they reveal who asked.</summary>
    public Result Publish(IReadOnlyList<string> questions, Person by, DateTimeOffset at)
    {
        if (State != FoiState.Answered)
            return Result.Refused("foi-not-answered", "Only an answered request can be published");
        if (PublishedAt is not null)
            return Result.Done;
        var public_ = questions.Count == 0 ? Details.Questions : [.. questions.Select(TypedText.Tidy)];
        if (public_.Count != Details.Questions.Count)
            return Result.Of([new("Questions", $"Enter each of the {Details.Questions.Count} questions")]);
        var problems = public_
            .Select((q, i) => (q, i))
            .Where(p => p.q.Length is 0 or > NewFoiRequest.LongestText)
            .Select(p => new Problem($"Questions[{p.i}]", $"Enter question {p.i + 1}, in 8,000 characters or fewer"))
            .ToList();
        if (problems.Count > 0)
            return Result.Of(problems);
        Become(
            Details with
            {
                PublishedAt = at,
                PublishedQuestions = public_,
            },
            "Published in the disclosure log",
            by,
            at,
            (v, d) => new FoiAnswerPublished(Id, v, at, by, d)
        );
        return Result.Done;
    }

    /// <summary>Records that the requester asks the office to review its answer.</summary>
    public Result AskReview(DateOnly? on, Person by, DateTimeOffset at)
    {
        if (State != FoiState.Answered)
            return Result.Refused("foi-not-answered", "Only an answered request can be reviewed");
        if (Details.Review is not null)
            return Result.Refused("foi-reviewed", "A review of this request has been asked for already");
        if (Deleted is { } deleted)
            return Result.Refused(
                "foi-requester-deleted",
                $"Who asked is no longer known: {char.ToLowerInvariant(deleted[0])}{deleted[1..]}. Log what is asked now as a new request"
            );
        if (WrongDay("AskedOn", on, Details.AnsweredOn!.Value, "the review was asked for", at) is { } wrong)
            return wrong;
        var review = new FoiReview(on!.Value, FoiClock.DueOn(on.Value));
        Become(
            Details with
            {
                Review = review,
            },
            $"Internal review asked for on {London.Plain(on.Value)}, due by {London.Plain(review.DueOn)}",
            by,
            at,
            (v, d) => new FoiReviewRequested(Id, v, at, by, d)
        );
        return Result.Done;
    }

    public Result Review(FoiReviewOutcome? outcome, string? found, DateOnly? on, Person by, DateTimeOffset at)
    {
        if (Details.Review is not { } review)
            return Result.Refused("foi-no-review", "No review has been asked for");
        if (review.AnsweredOn is not null)
            return Result.Refused("foi-reviewed", "The review has been answered");
        var text = TypedText.Tidy(found);
        var problems = new List<Problem>();
        if (outcome is null)
            problems.Add(new("Outcome", "Select whether the answer stands"));
        if (Wrong("Found", text, "Enter what the review found") is { } wrong)
            problems.AddRange(wrong.Problems);
        if (WrongDay("ReviewedOn", on, review.AskedOn, "the review was answered", at) is { } day)
            problems.AddRange(day.Problems);
        if (problems.Count > 0)
            return Result.Of(problems);
        var said = outcome switch
        {
            FoiReviewOutcome.Upheld => "upheld",
            FoiReviewOutcome.PartlyUpheld => "partly upheld",
            _ => "not upheld",
        };
        Become(
            Details with
            {
                Review = review with { AnsweredOn = on, Outcome = outcome, Text = text },
            },
            $"Internal review: answer {said}",
            by,
            at,
            (v, d) => new FoiRequestReviewed(Id, v, at, by, d)
        );
        return Result.Done;
    }

    /// <summary>Records that the requester withdraws the request.</summary>
    public Result Withdraw(Person by, DateTimeOffset at)
    {
        if (State == FoiState.Withdrawn)
            return Result.Done;
        if (State == FoiState.Answered)
            return NotOpen();
        Become(
            Details with
            {
                State = FoiState.Withdrawn,
                WithdrawnOn = London.DateOf(at),
            },
            "Withdrawn by the requester",
            by,
            at,
            (v, d) => new FoiRequestWithdrawn(Id, v, at, by, d)
        );
        return Result.Done;
    }

    private const string ClarificationAsked = "Clarification asked for";

    /// <summary>
    /// The day on which the act that closed it (answer, review or withdrawal) was recorded, whatever day was given for the letter; null
    /// while it is open.
    /// </summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The day on which the requester's details were deleted; null until then.</summary>
    public DateOnly? RequesterDeletedOn { get; private set; }

    /// <summary>
    /// Deletes the requester's details, also in the letter, and whatever else was written to that person alone. Questions and answers stay.
    /// </summary>
    /// <returns>Whether it was time for that, and it had not been done yet.</returns>
    public bool Forget(FoiKeeping keeping, DateTimeOffset at)
    {
        var today = London.DateOf(at);
        if (RequesterDeletedOn is not null || ClosedOn is not { } closed || !keeping.IsOver(closed, today))
            return false;
        Letter = Letter is null ? null : FoiLetter.WithoutRequester(Letter, Requester, Background);
        Requester = new("", "");
        Background = "";
        RequesterDeletedOn = today;
        Steps =
        [
            .. Steps.Select(s =>
                s.Text.StartsWith(ClarificationAsked, StringComparison.Ordinal) ? s with { Text = ClarificationAsked } : s
            ),
        ];
        Become(
            WithoutLetters(Details) with
            {
                RequesterDeletedOn = today,
            },
            "Who asked was forgotten",
            Person.Platform,
            at,
            (v, d) => new FoiRequesterDeleted(Id, v, at, Person.Platform, d)
        );
        return true;
    }

    /// <summary>"Deleted on 3 March 2029, three years after the request was closed"; null where it has not been.</summary>
    public string? Deleted =>
        RequesterDeletedOn is { } on
            ? $"Deleted on {London.Plain(on)}, {FoiKeeping.Between(ClosedOn!.Value, on)} after the request was closed"
            : null;

    // Questions to the requester and a review's findings are letters to one person.
    private static FoiDetails WithoutLetters(FoiDetails details) =>
        details with
        {
            Clarifications = [.. details.Clarifications.Select(c => c with { Question = "" })],
            Review = details.Review is { } review ? review with { Text = "" } : null,
        };
}

/// <summary>One step of a request, in words, for the office.</summary>
internal sealed record FoiStep(DateTimeOffset At, Person By, string Text);

internal static class FoiAnswerWords
{
    /// <summary>The answer as it is kept.</summary>
    public static FoiAnswer Tidied(this FoiAnswer answer) =>
        new(
            TypedText.Tidy(answer.Text),
            answer.IsHeld,
            [
                .. answer.Withheld.Select(w =>
                    w with
                    {
                        What = TypedText.Tidy(w.What),
                        Reason = TypedText.Tidy(w.Reason),
                        Address = TypedText.Tidy(w.Address),
                    }
                ),
            ]
        );
}
