using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>More time for everybody.</summary>
[Authorize(Roles = Roles.Officer)]
internal sealed class DeadlineModel(BidsContext db, MoveDeadline move) : PageModel
{
    [BindProperty]
    public TypedDate? LastDay { get; set; }

    [BindProperty]
    public string? Reason { get; set; }
    public Round Round { get; private set; } = null!;
    public string Address => $"/rounds/{Round.Reference}";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        await LoadAsync(reference, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        var day = ModelState.ReadDate(nameof(LastDay), LastDay, "The new deadline");
        var reason = ModelState.ReadText(nameof(Reason), Reason, "Why it is moved", Round.LongestReason);
        if (!ModelState.IsValid)
            return Page();
        var result = await move.ExtendAsync(reference, day!.Value, reason, cancellation);
        if (result.IsDone)
            return Redirect(Address);
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
