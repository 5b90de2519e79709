using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

/// <summary>Records that a review is asked for, or its answer: whichever is next.</summary>
[May(nameof(Acts.AnswerFoi))]
[Says("The review is recorded")]
internal sealed class ReviewModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    [BindProperty]
    public TypedDate? AskedOn { get; set; }

    [BindProperty]
    public FoiReviewOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Found { get; set; }

    [BindProperty]
    public TypedDate? ReviewedOn { get; set; }

    /// <summary>What the form was for when it was opened.</summary>
    [BindProperty]
    public bool IsAnswer { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsAnswer)
        {
            var asked = ModelState.ReadDate(nameof(AskedOn), AskedOn, "The day on which the review was asked for");
            return await ActAsync(
                () => change.RunAsync(Reference, Version, (request, by, at) => request.AskReview(asked, by, at), cancellationToken),
                cancellationToken
            );
        }
        var on = ModelState.ReadDate(nameof(ReviewedOn), ReviewedOn, "The day on which the review was answered");
        return await AnswerAsync(
            await change.RunAsync(Reference, Version, (request, by, at) => request.Review(Outcome, Found, on, by, at), cancellationToken),
            cancellationToken
        );
    }

    protected override bool IsPossible =>
        Asked is { State: FoiState.Answered, Deleted: null, Details.Review: not { AnsweredOn: not null } };

    protected override bool IsSaid =>
        !IsAnswer
            ? Asked.Details.Review is not null
            : Asked.Details.Review is { AnsweredOn: not null } review && (review.Outcome, review.Text) == (Outcome, TypedText.Tidy(Found));

    protected override void Fill()
    {
        IsAnswer = Asked.Details.Review is not null;
        AskedOn = TypedDate.From(Today);
        ReviewedOn = TypedDate.From(Today);
    }
}
