using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

[May(nameof(Acts.AnswerFoi))]
[Noted(AccessKind.PersonalDataRead)]
[Says("The answer is recorded as sent")]
internal sealed class SendModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    [BindProperty]
    public TypedDate? AnsweredOn { get; set; }

    /// <summary>What is still to be written before it can be sent.</summary>
    public IReadOnlyList<string> Missing => [.. Asked.MayAnswer().Problems.Select(p => p.Message)];

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var on = ModelState.ReadDate(nameof(AnsweredOn), AnsweredOn, "The day on which it was sent");
        return ActAsync(() => change.AnswerAsync(Reference, Version, on, cancellationToken), cancellationToken);
    }

    protected override bool IsPossible => Asked.State == FoiState.Open && Asked.Details.Answers.Count > 0;

    protected override void Fill()
    {
        AnsweredOn = TypedDate.From(Today);
    }
}
