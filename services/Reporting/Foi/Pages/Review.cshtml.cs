using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

/// <summary>A review is asked for, or answered: whichever is next.</summary>
[May(nameof(Acts.AnswerFoi))]
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

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (!IsAnswer)
        {
            var asked = ModelState.ReadDate(nameof(AskedOn), AskedOn, "The day on which the review was asked for");
            if (!ModelState.IsValid)
                return await StayAsync(reference, cancellationToken);
            return await AnswerAsync(
                reference,
                await change.RunAsync(reference, Version, (request, by, at) => request.AskReview(asked, by, at), cancellationToken),
                cancellationToken
            );
        }
        var on = ModelState.ReadDate(nameof(ReviewedOn), ReviewedOn, "The day on which the review was answered");
        var result = await change.RunAsync(
            reference,
            Version,
            (request, by, at) => request.Review(Outcome, Found, on, by, at),
            cancellationToken
        );
        if (on is null)
            result = result with { Problems = [.. result.Problems.Where(p => p.Field != nameof(ReviewedOn))] };
        return await AnswerAsync(reference, result, cancellationToken);
    }

    protected override bool IsOpenTo(FoiRequest request) =>
        request is { State: FoiState.Answered, Deleted: null, Details.Review: not { AnsweredOn: not null } };

    protected override bool IsDone(FoiRequest request) =>
        !IsAnswer
            ? request.Details.Review is not null
            : request.Details.Review is { AnsweredOn: not null } review
                && (review.Outcome, review.Text) == (Outcome, TypedText.Tidy(Found));

    protected override Task ShowAsync(CancellationToken cancellationToken)
    {
        IsAnswer = Asked.Details.Review is not null;
        AskedOn = TypedDate.From(Today);
        ReviewedOn = TypedDate.From(Today);
        return Task.CompletedTask;
    }
}
