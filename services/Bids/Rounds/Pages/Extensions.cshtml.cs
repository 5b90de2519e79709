using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Rounds.Pages;

/// <summary>Who asked for more time in a round, who got it, and who agreed to it.</summary>
[May(nameof(Acts.ReadAllExtensions))]
internal sealed class ExtensionsModel(BidsContext db, Caller caller) : PageModel
{
    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Extension> Extensions { get; private set; } = [];
    public bool MayAnswer => caller.May(Acts.AnswerExtension);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        Round = (await db.Rounds.AsNoTracking().SeenBy(caller).SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken))!;
        if (Round is null)
            return NotFound();
        var all = await db
            .Extensions.AsNoTracking()
            .Where(e => e.RoundId == Round.Id)
            .OrderBy(e => e.RequestedAt)
            .ToListAsync(cancellationToken);
        Extensions =
        [
            .. all.Where(e => e.State == ExtensionState.Requested),
            .. all.Where(e => e.State != ExtensionState.Requested).Reverse(),
        ];
        return Page();
    }
}
