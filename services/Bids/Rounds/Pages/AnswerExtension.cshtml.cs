using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>The office answers a request for more time.</summary>
[Authorize(Roles = Roles.Officer)]
internal sealed class AnswerExtensionModel(BidsContext db, GrantExtension grant) : PageModel
{
    [BindProperty]
    public string? Agreed { get; set; }

    [BindProperty]
    public TypedDate? Until { get; set; }

    [BindProperty]
    public string? Answer { get; set; }
    public Round Round { get; private set; } = null!;
    public Extension Extension { get; private set; } = null!;
    public string List => $"/rounds/{Round.Reference}/extensions";

    public async Task<IActionResult> OnGetAsync(string reference, Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, id, cancellation))
            return NotFound();
        return Extension.State == ExtensionState.Requested ? Page() : Redirect(List);
    }

    public async Task<IActionResult> OnPostAsync(string reference, Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, id, cancellation))
            return NotFound();
        if (Agreed is not ("yes" or "no"))
            ModelState.AddModelError(nameof(Agreed), "Select whether the partnership gets more time");
        DateOnly? day = Agreed == "yes" ? ModelState.ReadDate(nameof(Until), Until, "The last day") : null;
        ModelState.ReadText(nameof(Answer), Answer, "Why there is no more time", Extension.LongestReason, optional: Agreed != "no");
        if (!ModelState.IsValid)
            return Page();
        var result = await grant.AnswerAsync(reference, id, day, Answer, cancellation);
        if (result.IsDone)
            return Redirect(List);
        result.AddTo(ModelState);
        return Page();
    }

    private async Task<bool> LoadAsync(string reference, Guid id, CancellationToken cancellation)
    {
        Round = (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, cancellation))!;
        if (Round is null)
            return false;
        Extension = (await db.Extensions.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.RoundId == Round.Id, cancellation))!;
        return Extension is not null;
    }
}
