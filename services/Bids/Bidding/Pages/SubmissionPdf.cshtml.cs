using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The same as a PDF.</summary>
[AsPdf]
internal sealed class SubmissionPdfModel(BidsContext db, Caller caller) : SubmissionModel(db, caller)
{
    public override bool OnScreen => false;

    public override async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        var answer = await base.OnGetAsync(number, cancellationToken);
        if (answer is PageResult)
            Response.Headers.ContentDisposition = $"attachment; filename=bid-{Bid.Reference.ToLowerInvariant()}-submission-{number}.pdf";
        return answer;
    }
}
