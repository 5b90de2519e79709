using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>A partnership asks for more time, and reads what became of it.</summary>
[May(nameof(Acts.RequestExtension))]
internal sealed class ExtensionModel(BidsContext db, Caller caller, RequestExtension request) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }
    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Extension> Extensions { get; private set; } = [];
    public bool IsLate => caller.At >= Round.ClosesAt;
    public bool MayAsk => Extensions.All(e => e.State != ExtensionState.Requested);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        await LoadAsync(reference, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(reference, cancellationToken))
            return NotFound();
        ModelState.ReadText(nameof(Reason), Reason, "Why you need more time", Extension.LongestReason);
        if (!ModelState.IsValid)
            return Page();
        var result = (await request.RunAsync(reference, Reason, cancellationToken)).Outcome;
        if (result.IsDone || result.Code == "extension-requested")
            return Redirect($"/rounds/{reference}/extension");
        result.AddTo(ModelState);
        return Page();
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancellationToken)
    {
        Round = (await db.Rounds.AsNoTracking().SeenBy(caller).SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken))!;
        if (Round is null)
            return false;
        Extensions = await db
            .Extensions.AsNoTracking()
            .Where(e => e.RoundId == Round.Id)
            .OrderByDescending(e => e.RequestedAt)
            .ToListAsync(cancellationToken);
        return true;
    }
}
