using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments.Pages;

[Authorize(Policy = Doors.Office)]
internal sealed class InterestModel(BidsContext db, Caller caller, DeclareInterest declare) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public bool? HasInterest { get; set; }

    [BindProperty]
    public string? Interest { get; set; }
    public Assessment Assessment { get; private set; } = null!;
    public Partnership Partnership { get; private set; } = null!;
    public string BidTitle { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string bid, CancellationToken cancellation)
    {
        if (!await LoadAsync(bid, cancellation))
            return NotFound();
        if (Assessment.State == AssessmentState.Complete)
            return Redirect($"/assessments/{bid}");
        (Version, HasInterest) = (Assessment.Version, Assessment.State == AssessmentState.Scoring ? false : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string bid, CancellationToken cancellation)
    {
        var result = await declare.RunAsync(bid, HasInterest, Interest, Version, cancellation);
        if (result.IsDone)
            return Redirect(HasInterest == true ? "/assessments" : $"/assessments/{bid}");
        if (result.Kind == ResultKind.NotFound || !await LoadAsync(bid, cancellation))
            return NotFound();
        result.AddTo(ModelState);
        if (result.Kind == ResultKind.Stale)
        {
            ModelState.AddModelError("", "This assessment has changed since you opened the page. Check your answer and continue again");
            ModelState.Remove(nameof(Version));
            Version = Assessment.Version;
        }
        return Page();
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancellation)
    {
        Assessment = (await db.OwnAssessmentAsync(caller, reference, cancellation))!;
        if (Assessment is null)
            return false;
        var bid = await db
            .Bids.IgnoreQueryFilters([BidsContext.NoInterest])
            .AsNoTracking()
            .SingleAsync(b => b.Id == Assessment.BidId, cancellation);
        (Partnership, BidTitle) = (bid.Partnership, bid.Content.Title);
        return true;
    }
}
