using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

[May(nameof(Acts.AnswerFoi))]
[Says("The request has a new date")]
internal sealed class ExtendModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    [BindProperty]
    public string? Section { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public TypedDate? To { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var to = ModelState.ReadDate(nameof(To), To, "The new date");
        return await AnswerAsync(
            await change.RunAsync(Reference, Version, (request, by, at) => request.Extend(Section, Reason, to, by, at), cancellationToken),
            cancellationToken
        );
    }

    protected override bool IsPossible => Asked.IsInTime(Today);

    protected override bool IsSaid =>
        Asked.Details.Extensions is [.., var last] && (last.Section, last.Reason) == (Section, TypedText.Tidy(Reason));
}
