using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using Question = Platform.Contracts.Question;

namespace Platform.Bids.Rounds.Pages;

[May(nameof(Acts.WriteRounds))]
[Says("Your changes to the round are saved")]
internal sealed class QuestionModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    /// <summary>Created with the page, so that pressing twice saves one question.</summary>
    [BindProperty]
    public Guid QuestionId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Hint { get; set; }

    [BindProperty]
    public string? Answer { get; set; } = "must";

    [BindProperty]
    public string? MostWords { get; set; } = "300";

    /// <summary>The question as it is saved; null for a new one, or one that a colleague has removed.</summary>
    public Question? Saved => Round.Questions.FirstOrDefault(q => q.Id == QuestionId);

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        var id = (string)RouteData.Values["id"]!;
        QuestionId =
            id == "new" && !IsFixed ? Guid.CreateVersion7()
            : Guid.TryParse(id, out var wanted) ? wanted
            : Guid.Empty;
        if (Saved is { } saved)
        {
            Text = saved.Text;
            Hint = saved.Hint;
            Answer = saved.Optional ? "may" : "must";
            MostWords = $"{saved.MostWords}";
        }
        else if (id != "new" || IsFixed)
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (QuestionId == Guid.Empty)
            QuestionId = Guid.CreateVersion7();
        var hint = ModelState.ReadText(nameof(Hint), Hint, "Hint", RoundAnswers.LongestGuidance, optional: true) ?? "";
        if (IsFixed)
            return Saved is { } kept ? await PutAsync(kept with { Hint = hint }, cancellationToken) : NotFound();
        var text = ModelState.ReadText(nameof(Text), Text, "The question", RoundAnswers.LongestQuestion);
        var words = ModelState.ReadWholeNumber(nameof(MostWords), MostWords, "Longest answer", 1, 2000);
        if (Answer is not ("must" or "may"))
            ModelState.AddModelError(nameof(Answer), "Select whether it must be answered");
        return await PutAsync(new(QuestionId, text ?? "", hint, Answer == "may", words ?? 0), cancellationToken);
    }

    private Task<IActionResult> PutAsync(Question typed, CancellationToken cancellationToken) =>
        SaveAsync(
            kept =>
                kept with
                {
                    Questions = kept.Questions!.Any(q => q.Id == typed.Id)
                        ? [.. kept.Questions!.Select(q => q.Id == typed.Id ? typed : q)]
                        : [.. kept.Questions!, typed],
                },
            $"{Address}/questions",
            cancellationToken
        );

    protected override string FieldOf(string field) => field == nameof(RoundAnswers.Questions) ? nameof(Text) : field;
}
