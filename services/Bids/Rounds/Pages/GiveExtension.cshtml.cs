using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>More time for one partnership that has not asked.</summary>
[Authorize(Roles = Roles.Officer)]
internal sealed class GiveExtensionModel(BidsContext db, GrantExtension grant, Caller caller) : PageModel
{
    /// <summary>Its code.</summary>
    [BindProperty]
    public string? Partnership { get; set; }

    [BindProperty]
    public TypedDate? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }
    public Round Round { get; private set; } = null!;
    public bool IsOver => caller.At >= Round.ClosesAt;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        await LoadAsync(reference, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        var partnership = Contracts.Partnership.Find(Partnership);
        if (partnership is null)
            ModelState.AddModelError(nameof(Partnership), "Select the partnership that gets more time");
        var day = ModelState.ReadDate(nameof(Until), Until, "The last day");
        ModelState.ReadText(nameof(Reason), Reason, "Why more time is given", Extension.LongestReason);
        if (!ModelState.IsValid)
            return Page();
        var result = await grant.GiveAsync(reference, partnership!, Reason, day!.Value, cancellation);
        if (result.IsDone)
            return Redirect($"/rounds/{reference}/extensions");
        result.AddTo(ModelState);
        return Page();
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancellation) =>
        (
            Round = (
                await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference && r.PublishedAt != null, cancellation)
            )!
        )
            is not null;
}
