using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Model.Foi;

// What was written into the log of the letter that came in.
internal sealed partial class FoiRequest
{
    /// <param name="reference">"FOI-2021-001".</param>
    /// <param name="typed">The request, without problems.</param>
    /// <param name="by">Who logs it.</param>
    /// <param name="at">When.</param>
    /// <param name="id">Made with the page, so that a second press finds the request that the first one logged.</param>
    public static FoiRequest Receive(string reference, NewFoiRequest typed, Person by, DateTimeOffset at, Guid? id = null)
    {
        var received = typed.ReceivedOn!.Value;
        var request = new FoiRequest { Id = id ?? Guid.CreateVersion7(), Reference = reference };
        request.TakeAsker(typed);
        var details = new FoiDetails(reference, TypedText.Tidy(typed.OtherReference), TypedText.Tidy(typed.Subject), [.. typed.Questions.Select(TypedText.Tidy)],
            received, FoiClock.DueOn(received), FoiState.Open);
        request.Become(details, $"Received on {London.Plain(received)}, due by {London.Plain(details.DueOn)}", by, at, (v, d) => new FoiRequestReceived(request.Id, v, at, by, d));
        return request;
    }

    /// <summary>Whether the log says this of the request already.</summary>
    public bool Says(NewFoiRequest typed) => Changed(typed).Count == 0;

    /// <summary>Puts right what was logged, until the request is answered.</summary>
    public Result Correct(NewFoiRequest typed, Person by, DateTimeOffset at)
    {
        if (State is FoiState.Answered or FoiState.Withdrawn) return NotOpen();
        var problems = typed.Problems(London.DateOf(at)).ToList();
        var isMoved = typed.ReceivedOn is { } on && on != ReceivedOn;
        if (problems.Count == 0 && isMoved && Details.Clarifications.Count + Details.Extensions.Count > 0)
            problems.Add(new("ReceivedOn", $"It must stay {London.Plain(ReceivedOn)}: the time was stopped or extended since, and goes by that"));
        if (problems.Count > 0) return Result.Of(problems);
        if (Changed(typed) is not { Count: > 0 } changed) return Result.Done;
        TakeAsker(typed);
        List<string> questions = [.. typed.Questions.Select(TypedText.Tidy)];
        Become(Details with
        {
            Subject = TypedText.Tidy(typed.Subject), OtherReference = TypedText.Tidy(typed.OtherReference), Questions = questions, ReceivedOn = typed.ReceivedOn!.Value,
            DueOn = isMoved ? FoiClock.DueOn(typed.ReceivedOn.Value) : DueOn,
            // Another set of questions has other answers.
            Answers = questions.Count == Details.Questions.Count ? Details.Answers : [],
        }, $"Log corrected: {string.Join(", ", changed)}", by, at, (v, d) => new FoiRequestCorrected(Id, v, at, by, d));
        return Result.Done;
    }

    private List<string> Changed(NewFoiRequest typed) =>
        [.. new (string What, bool Same)[]
        {
            ("day of receipt", typed.ReceivedOn == ReceivedOn),
            ("subject", TypedText.Tidy(typed.Subject) == Details.Subject),
            ("reference", TypedText.Tidy(typed.OtherReference) == Details.OtherReference),
            ("words around the questions", TypedText.Tidy(typed.Background) == Background),
            ("questions", typed.Questions.Select(TypedText.Tidy).SequenceEqual(Details.Questions)),
            ("requester", new Requester(TypedText.Tidy(typed.Name), TypedText.Tidy(typed.Contact)) == Requester),
        }.Where(w => !w.Same).Select(w => w.What)];

    private void TakeAsker(NewFoiRequest typed) =>
        (Requester, Background) = (new(TypedText.Tidy(typed.Name), TypedText.Tidy(typed.Contact)), TypedText.Tidy(typed.Background));
}
