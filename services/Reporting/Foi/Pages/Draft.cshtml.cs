using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Foi.Pages;

/// <summary>The words of the answer, question by question, and what is withheld.</summary>
[May(nameof(Acts.AnswerFoi))]
[Says("The draft of the answer is saved")]
internal sealed class DraftModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    [BindProperty]
    public List<TypedAnswer> Answers { get; set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        foreach (var answer in Answers)
            answer.Withheld.RemoveAll(w => w.IsGone);
        var result = await change.RunAsync(
            Reference,
            Version,
            (request, by, at) => request.Draft([.. Answers.Select(a => a.Read())], by, at),
            cancellationToken
        );
        // Removing parts moves the others, so the form shows what was read, not what was posted.
        ModelState.Clear();
        foreach (var answer in Answers)
            answer.Withheld.Add(new());
        return await AnswerAsync(result, cancellationToken);
    }

    protected override bool IsPossible => Asked.State == FoiState.Open;

    protected override bool IsSaid =>
        Answers.Count > 0 && JsonColumn.Same<IReadOnlyList<FoiAnswer>>([.. Answers.Select(a => a.Read().Tidied())], Asked.Details.Answers);

    /// <summary>What a colleague has saved for a question meanwhile, where it differs from the answer typed.</summary>
    public FoiAnswer? SavedOther(int question) =>
        !IsStale
        || Asked.Details.Answers.ElementAtOrDefault(question) is not { } saved
        || JsonColumn.Same(saved, Answers[question].Read().Tidied())
            ? null
            : saved;

    protected override void Fill()
    {
        Answers = [.. Asked.Details.Questions.Select((_, i) => TypedAnswer.Of(Asked.Details.Answers.ElementAtOrDefault(i)))];
        foreach (var answer in Answers)
            answer.Withheld.Add(new());
    }
}

internal sealed class TypedAnswer
{
    public string? Text { get; set; }

    /// <summary>"no" where the information is not held.</summary>
    public string? IsHeld { get; set; }
    public List<TypedWithheld> Withheld { get; set; } = [];

    public FoiAnswer Read() => new(Text ?? "", IsHeld != "no", [.. Withheld.Where(w => !w.IsGone).Select(w => w.Read())]);

    public static TypedAnswer Of(FoiAnswer? answer) =>
        new()
        {
            Text = answer?.Text,
            IsHeld = answer?.IsHeld == false ? "no" : null,
            Withheld = [.. (answer?.Withheld ?? []).Select(TypedWithheld.Of)],
        };
}

internal sealed class TypedWithheld
{
    public string? What { get; set; }
    public string? Section { get; set; }
    public string? Reason { get; set; }
    public string? Address { get; set; }
    public string? IsWhole { get; set; }
    public string? Remove { get; set; }

    /// <summary>Never typed, or to be removed.</summary>
    public bool IsGone => Remove == "yes" || IsEmpty;
    public bool IsEmpty => string.IsNullOrWhiteSpace(What + Section + Reason + Address + IsWhole);

    public FoiWithheld Read() => new(What ?? "", Section ?? "", Reason ?? "", IsWhole == "yes") { Address = Address ?? "" };

    public static TypedWithheld Of(FoiWithheld part) =>
        new()
        {
            What = part.What,
            Section = part.Section,
            Reason = part.Reason,
            Address = part.Address,
            IsWhole = part.IsWhole ? "yes" : null,
        };
}
