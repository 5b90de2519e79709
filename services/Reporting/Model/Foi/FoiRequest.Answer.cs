using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Model.Foi;

// From the first draft to the letter.
internal sealed partial class FoiRequest
{
    /// <summary>Keeps the answers as they are drafted; each may still be without words.</summary>
    public Result Draft(IReadOnlyList<FoiAnswer> answers, Person by, DateTimeOffset at)
    {
        if (State != FoiState.Open) return NotOpen();
        var tidy = answers.Select(a => a.Tidied()).ToList();
        if (Problems(tidy) is { Count: > 0 } problems) return Result.Of(problems);
        if (JsonColumn.Same<IReadOnlyList<FoiAnswer>>(tidy, Details.Answers)) return Result.Done;
        var before = Details.Answers.SelectMany(a => a.Withheld).ToHashSet();
        var news = tidy.SelectMany(a => a.Withheld).Where(w => !before.Contains(w)).Select(w => $"{w.What} withheld under section {w.Section}").ToList();
        Become(Details with { Answers = tidy }, news.Count == 0 ? "Answer drafted" : "Answer drafted. " + string.Join(". ", news), by, at, (v, d) => new FoiAnswerDrafted(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>Whether the draft can go out as it stands.</summary>
    public Result MayAnswer()
    {
        if (State != FoiState.Open) return NotOpen();
        if (Details.Answers.Count == 0) return Result.Refused("foi-no-answer", "Write an answer first");
        var problems = new List<Problem>();
        foreach (var (answer, i) in Details.Answers.Select((a, i) => (a, i)))
            if (answer is { Text.Length: 0, Withheld.Count: 0, IsHeld: true } && i == Details.Answers.Count - 1)
                problems.Add(new($"Answers[{i}].Text", $"Enter an answer to question {i + 1}: there is no later one to answer it with"));
        return Result.Of(problems);
    }

    /// <summary>The answer was sent on that day, with the letter as it stood.</summary>
    public Result Answer(DateOnly? on, Letterhead office, Person by, DateTimeOffset at)
    {
        if (MayAnswer() is { IsDone: false } refused) return refused;
        var from = Details.Clarifications.Select(c => c.AnsweredOn).LastOrDefault(d => d is not null) ?? ReceivedOn;
        if (WrongDay("AnsweredOn", on, from, "the answer was sent", at) is { } wrong) return wrong;
        var late = FoiClock.Late(DueOn, on!.Value);
        Letter = FoiLetter.Of(this, office, on.Value);
        Become(Details with { State = FoiState.Answered, AnsweredOn = on, WorkingDaysLate = late, Outcome = OutcomeOf(Details.Answers) },
            late == 0 ? $"Answered on {London.Plain(on.Value)}, in time" : $"Answered on {London.Plain(on.Value)}, {(late == 1 ? "1 working day" : $"{late} working days")} late",
            by, at, (v, d) => new FoiRequestAnswered(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>What becomes of the information, from what becomes of each question's.</summary>
    public static FoiOutcome OutcomeOf(IReadOnlyList<FoiAnswer> answers)
    {
        // A question that is answered together with the next is as the next.
        var own = answers.Where(a => a.Text.Length > 0 || a.Withheld.Count > 0 || !a.IsHeld).ToList();
        if (own.Count > 0 && own.All(a => a.Withheld.Any(w => w.IsWhole))) return FoiOutcome.Refused;
        if (own.Any(a => a.Withheld.Count > 0)) return FoiOutcome.PartlyRefused;
        return own.Count > 0 && own.All(a => !a.IsHeld) ? FoiOutcome.NotHeld : FoiOutcome.Held;
    }

    private List<Problem> Problems(List<FoiAnswer> answers)
    {
        if (answers.Count != Details.Questions.Count) return [new("Answers", $"Answer each of the {Details.Questions.Count} questions")];
        var problems = new List<Problem>();
        foreach (var (answer, i) in answers.Select((a, i) => (a, i)))
        {
            if (answer.Text.Length > NewFoiRequest.LongestText) problems.Add(new($"Answers[{i}].Text", $"Answer to question {i + 1} must be 8,000 characters or fewer"));
            if (!answer.IsHeld && answer.Withheld.Count > 0) problems.Add(new($"Answers[{i}].IsHeld", $"Question {i + 1}: what is not held cannot be withheld"));
            foreach (var (part, n) in answer.Withheld.Select((w, n) => (w, n))) problems.AddRange(Problems(part, $"Answers[{i}].Withheld[{n}]"));
        }
        return problems;
    }

    private static IEnumerable<Problem> Problems(FoiWithheld part, string field)
    {
        if (part.What.Length is 0 or > 300) yield return new($"{field}.What", "Enter what is withheld, in 300 characters or fewer");
        if (Exemption.Find(part.Section) is not { } exemption) yield return new($"{field}.Section", "Select the exemption");
        else if (exemption.IsQualified && part.Reason.Length == 0) yield return new($"{field}.Reason", $"Enter why the public interest is in withholding it: section {part.Section} is qualified");
        else if (part.Section == Exemption.OtherMeans && part.Address.Length == 0) yield return new($"{field}.Address", "Enter where the information can be found");
        if (part.Reason.Length > 4000) yield return new($"{field}.Reason", "Reasons must be 4,000 characters or fewer");
        if (part.Address.Length > 500) yield return new($"{field}.Address", "The address must be 500 characters or fewer");
    }
}

internal static class FoiAnswerWords
{
    /// <summary>The answer as it is kept.</summary>
    public static FoiAnswer Tidied(this FoiAnswer answer) => new(TypedText.Tidy(answer.Text), answer.IsHeld,
        [.. answer.Withheld.Select(w => w with { What = TypedText.Tidy(w.What), Reason = TypedText.Tidy(w.Reason), Address = TypedText.Tidy(w.Address) })]);
}
