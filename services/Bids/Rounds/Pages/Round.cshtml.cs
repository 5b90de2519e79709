using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>A round: the office's board of it, or what bidders and the public read.</summary>
[AllowAnonymous]
[Says("You have started a bid", "You can save it and come back to it until the deadline")]
internal sealed class RoundModel(BidsContext db, Caller caller, StartBid start) : PageModel
{
    [BindProperty]
    public Guid? BidId { get; set; }
    public RoundView View { get; private set; } = null!;
    public RoundBoard? Board { get; private set; }
    public IReadOnlyList<Bid> Bids { get; private set; } = [];
    public bool IsPartner => caller.Partnership is not null;
    public bool MayWrite => caller.May(Acts.WriteRounds);
    private bool MayBid => IsPartner && (caller.May(Acts.WriteBid));

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        !await LoadAsync(reference, cancellationToken) ? NotFound()
        : View.Round.IsPublished ? Page()
        : Redirect($"/rounds/{reference}/edit");

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (User.Identity?.IsAuthenticated != true)
            return Challenge();
        if (!MayBid)
            return Forbid();
        var begun = await start.RunAsync(reference, BidId, cancellationToken);
        if (begun.IsDone)
            return Redirect($"/bids/{begun.Value}");
        if (begun.Outcome.Kind == ResultKind.NotFound || !await LoadAsync(reference, cancellationToken))
            return NotFound();
        begun.Outcome.AddTo(ModelState);
        return Page();
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SeenBy(caller).SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken);
        if (round is null)
            return false;
        if (caller.SeesEverything)
            Board = await RoundBoard.ReadAsync(db, round, caller.At, cancellationToken);
        else if (IsPartner)
            Bids = await db.Bids.AsNoTracking().Where(b => b.RoundId == round.Id).OrderBy(b => b.Reference).ToListAsync(cancellationToken);
        var extended = IsPartner ? await db.ExtendedToAsync(round.Id, caller.Partnership, cancellationToken) : null;
        View = new(round.WindowUntil(extended), caller.At, caller.Partnership, MayBid);
        return true;
    }
}
