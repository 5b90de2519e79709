using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Pages.Bid;

/// <summary>A page about one bid: the caller's own, or any for the office.</summary>
internal abstract class BidPage(BidsContext db, Caller caller) : PageModel
{
    public Model.Bid Bid { get; private set; } = null!;
    public Round Round { get; private set; } = null!;
    public string Address => $"/bids/{Bid.Reference}";
    public bool IsPartner => caller.Is(Roles.PartnerEditor) || caller.Is(Roles.PartnerLead);
    public bool MaySubmit => caller.Is(Roles.PartnerLead);

    /// <summary>Only a partner, before the deadline, before submission.</summary>
    public bool MayEdit => IsPartner && Bid.State is BidState.Draft or BidState.Lapsed && Round.IsOpenAt(caller.At);

    protected async Task<bool> LoadAsync(string reference, CancellationToken cancellation)
    {
        Bid = (await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Reference == reference, cancellation))!;
        if (Bid is null) return false;
        Round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == Bid.RoundId, cancellation);
        return true;
    }

    /// <summary>Says that a colleague saved in the meantime; the fields keep what was typed, the next save is deliberate.</summary>
    protected void AddStale() => ModelState.AddModelError("",
        "Someone else changed this bid while you had this page open. Check what is saved now, shown above your answers. To replace it with yours, save again");
}
