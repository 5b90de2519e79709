using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class QuestionsModel(BidsContext db, Caller caller, SaveBid save) : AnswerPage(db, caller, save, BidSections.Project)
{
    [BindProperty]
    public List<TypedAnswer> Typed { get; set; } = [];

    protected override string Before => $"{Address}/project/need";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        if (Round.Questions.Count == 0)
            return Redirect(EndOf(Section));
        Fill(Content.Answers);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        IReadOnlyList<Answer> typed = [.. Typed.Select(a => new Answer(a.QuestionId, a.Text ?? ""))];
        Fill(typed);
        return await SaveAsync(new QuestionAnswers(typed), EndOf(Section), cancellationToken);
    }

    // A question has its place on the page, whatever was posted.
    private void Fill(IReadOnlyList<Answer> answers) =>
        Typed = [
            .. Round.Questions.Select(q => new TypedAnswer
            {
                QuestionId = q.Id,
                Text = answers.FirstOrDefault(a => a.QuestionId == q.Id)?.Text,
            }),
        ];

    protected override string FieldOf(string field) =>
        Round.Questions.Index().FirstOrDefault(q => field == $"Answers.{q.Item.Id}") is { Item: not null } asked
            ? $"Typed[{asked.Index}].Text"
            : "";

    public sealed class TypedAnswer
    {
        public Guid QuestionId { get; set; }
        public string? Text { get; set; }
    }
}
