using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk.Forms;

namespace Platform.Bids.Rounds.Pages;

/// <summary>Ends a round before its deadline, which nobody does by a slip.</summary>
[Authorize(Roles = Roles.Officer)]
internal sealed class CloseEarlyModel(BidsContext db, MoveDeadline move) : PageModel
{
    /// <summary>Not called Reference, or the address would be bound to it.</summary>
    [BindProperty]
    public string? Confirmation { get; set; }

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
        ModelState.ReadText(nameof(Reason), Reason, "Why it is closed early", Round.LongestReason);
        if (string.IsNullOrWhiteSpace(Confirmation))
            ModelState.AddModelError(nameof(Confirmation), $"Enter {Round.Reference} to confirm that this is the round to close");
        if (!ModelState.IsValid)
            return Page();
        var result = await move.CloseEarlyAsync(reference, Confirmation, Reason, cancellation);
        if (result.IsDone)
            return Redirect(Address);
        foreach (var problem in result.Problems)
            ModelState.AddModelError(problem.Field == nameof(Round.Reference) ? nameof(Confirmation) : problem.Field, problem.Message);
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
