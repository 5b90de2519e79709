using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

[May(nameof(Acts.AnswerFoi))]
internal sealed class PublishModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    [BindProperty]
    public List<string?> Questions { get; set; } = [];

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken) =>
        await AnswerAsync(
            reference,
            await change.RunAsync(
                reference,
                Version,
                (request, by, at) => request.Publish([.. Questions.Select(q => q ?? "")], by, at),
                cancellationToken
            ),
            cancellationToken
        );

    protected override bool IsOpenTo(FoiRequest request) => request.State == FoiState.Answered && request.PublishedAt is null;

    protected override bool IsDone(FoiRequest request) =>
        request.State != FoiState.Answered
        || request.PublishedAt is not null && request.Details.PublishedQuestions.SequenceEqual(Questions.Select(TypedText.Tidy));

    protected override Task ShowAsync(CancellationToken cancellationToken)
    {
        Questions = [.. Asked.Details.Questions];
        return Task.CompletedTask;
    }
}
