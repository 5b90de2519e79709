using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

/// <summary>Asks the requester what they mean, or records their answer: whichever is next.</summary>
[May(nameof(Acts.AnswerFoi))]
[Says("The clarification is recorded")]
internal sealed class ClarificationModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public TypedDate? AnsweredOn { get; set; }

    [BindProperty]
    public string? Clarified { get; set; }

    /// <summary>What the form was for when it was opened.</summary>
    [BindProperty]
    public bool IsAnswer { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsAnswer)
            return ActAsync(
                () =>
                    change.RunAsync(Reference, Version, (request, by, at) => request.AskClarification(Question, by, at), cancellationToken),
                cancellationToken
            );
        var on = ModelState.ReadDate(nameof(AnsweredOn), AnsweredOn, "The day on which the requester answered");
        return ActAsync(
            () => change.RunAsync(Reference, Version, (request, by, at) => request.Clarify(on, Clarified, by, at), cancellationToken),
            cancellationToken
        );
    }

    protected override bool IsPossible => Asked.State == FoiState.AwaitingClarification || Asked.IsInTime(Today);

    protected override bool IsSaid =>
        Asked.Details.Clarifications is [.., var last]
        && (
            IsAnswer
                ? last.AnsweredOn is not null && Asked.Details.Questions.SequenceEqual(NewFoiRequest.Split(Clarified))
                : last.Question == TypedText.Tidy(Question)
        );

    protected override void Fill()
    {
        IsAnswer = Asked.State == FoiState.AwaitingClarification;
        Clarified = CorrectModel.Numbered(Asked);
    }
}
