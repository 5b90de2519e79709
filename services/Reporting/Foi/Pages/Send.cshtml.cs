using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Foi.Pages;

[May(nameof(Acts.AnswerFoi))]
internal sealed class SendModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    [BindProperty]
    public TypedDate? AnsweredOn { get; set; }

    /// <summary>What is still to be written before it can be sent.</summary>
    public IReadOnlyList<string> Missing => [.. Asked.MayAnswer().Problems.Select(p => p.Message)];

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        var on = ModelState.ReadDate(nameof(AnsweredOn), AnsweredOn, "The day on which it was sent");
        if (!ModelState.IsValid)
            return await StayAsync(reference, cancellationToken);
        return await AnswerAsync(reference, await change.AnswerAsync(reference, Version, on, cancellationToken), cancellationToken);
    }

    protected override bool IsOpenTo(FoiRequest request) => request.State == FoiState.Open && request.Details.Answers.Count > 0;

    protected override Task ShowAsync(CancellationToken cancellationToken)
    {
        AnsweredOn = TypedDate.From(Today);
        return Task.CompletedTask;
    }
}
