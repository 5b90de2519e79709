using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.Bids.Operations;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Pages.Rounds;

internal sealed class RoundModel(BidsContext db, Caller caller, StartBid start) : PageModel
{
    [BindProperty] public Guid? BidId { get; set; }
    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Model.Bid> Bids { get; private set; } = [];
    public bool IsOpen => Round.IsOpenAt(caller.At);
    public bool IsStillToOpen => caller.At < Round.OpensAt;
    public bool MayBid => caller.Partnership is not null && (caller.Is(Roles.PartnerEditor) || caller.Is(Roles.PartnerLead));
    public bool MayDecide => caller.Is(Roles.Officer);
    public IReadOnlyList<Partnership> NotBegun => caller.SeesEverything ? [.. Partnership.All.Where(p => Bids.All(b => b.Partnership != p || (!IsOpen && b.State is BidState.Draft or BidState.Lapsed)))] : [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) => await LoadAsync(reference, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!MayBid) return Forbid();
        var (bid, result) = await start.RunAsync(reference, BidId, cancellation);
        if (result.IsDone) return Redirect($"/bids/{bid}");
        if (!await LoadAsync(reference, cancellation)) return NotFound();
        result.AddTo(ModelState);
        return Page();
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancellation)
    {
        Round = (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, cancellation))!;
        if (Round is null) return false;
        Bids = await db.Bids.AsNoTracking().Where(b => b.RoundId == Round.Id).OrderBy(b => b.Reference).ToListAsync(cancellation);
        return true;
    }
}
