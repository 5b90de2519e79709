using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments.Pages;

[Authorize(Roles = Roles.Officer)]
internal sealed class RemoveModel(BidsContext db, CancelAssessment cancel) : PageModel
{
    public Assessment Assessment { get; private set; } = null!;
    public string Address { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string reference, Guid id, CancellationToken cancellation) =>
        await LoadAsync(reference, id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, id, cancellation))
            return NotFound();
        var result = await cancel.RunAsync(Assessment.BidReference, Assessment.AssessorId, cancellation);
        if (result.IsDone)
            return Redirect(Address);
        result.AddTo(ModelState);
        if (result.Kind == ResultKind.Stale)
            ModelState.AddModelError("", $"{Assessment.AssessorName} has just saved something. Check it, and take them off again");
        return Page();
    }

    private async Task<bool> LoadAsync(string reference, Guid id, CancellationToken cancellation)
    {
        Address = $"/rounds/{reference}/assessments";
        Assessment = (await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation))!;
        return Assessment is not null
            && await db.Rounds.AnyAsync(r => r.Id == Assessment.RoundId && r.Reference == reference, cancellation)
            && await db.Bids.AnyAsync(b => b.Id == Assessment.BidId, cancellation);
    }
}
