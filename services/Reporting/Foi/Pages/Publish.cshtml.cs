using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

[May(nameof(Acts.AnswerFoi))]
[Says("The answer is in the disclosure log", "Anybody can read it")]
internal sealed class PublishModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    [BindProperty]
    public List<string?> Questions { get; set; } = [];

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ActAsync(
            () =>
                change.RunAsync(
                    Reference,
                    Version,
                    (request, by, at) => request.Publish([.. Questions.Select(q => q ?? "")], by, at),
                    cancellationToken
                ),
            cancellationToken
        );

    protected override bool IsPossible => Asked.State == FoiState.Answered && Asked.PublishedAt is null;

    protected override bool IsSaid =>
        Asked.State != FoiState.Answered
        || Asked.PublishedAt is not null && Asked.Details.PublishedQuestions.SequenceEqual(Questions.Select(TypedText.Tidy));

    protected override void Fill()
    {
        Questions = [.. Asked.Details.Questions];
    }
}
