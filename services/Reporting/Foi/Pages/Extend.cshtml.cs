using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

[May(nameof(Acts.AnswerFoi))]
internal sealed class ExtendModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    [BindProperty]
    public string? Section { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public TypedDate? To { get; set; }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        var to = ModelState.ReadDate(nameof(To), To, "The new date");
        var result = await change.RunAsync(
            reference,
            Version,
            (request, by, at) => request.Extend(Section, Reason, to, by, at),
            cancellationToken
        );
        // What is wrong with the date has been said.
        if (to is null)
            result = result with { Problems = [.. result.Problems.Where(p => p.Field != nameof(To))] };
        return await AnswerAsync(reference, result, cancellationToken);
    }

    protected override bool IsOpenTo(FoiRequest request) => request.State == FoiState.Open;

    protected override bool IsDone(FoiRequest request) =>
        request.Details.Extensions is [.., var last] && (last.Section, last.Reason) == (Section, TypedText.Tidy(Reason));
}
