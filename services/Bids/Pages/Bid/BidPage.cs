using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.Bids.Operations;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Pages.Bid;

/// <summary>A page about one bid: the caller's own, or any for the office.</summary>
internal abstract class BidPage(BidsContext db, Caller caller) : PageModel
{
    public Model.Bid Bid { get; private set; } = null!;
    public BiddingWindow Window { get; private set; } = null!;
    public Round Round => Window.Round;
    public string Address => $"/bids/{Bid.Reference}";
    public bool IsPartner => caller.Is(Roles.PartnerEditor) || caller.Is(Roles.PartnerLead);
    public bool MaySubmit => caller.Is(Roles.PartnerLead);

    /// <summary>Only a partner, before the deadline, before submission; or what was sent back.</summary>
    public bool MayEdit => IsPartner && BidSections.All.Any(MayChange);

    /// <summary>Whether this section may be changed now.</summary>
    public bool MayChange(string section) => IsPartner && Bid.MayChange(section, Window, caller.At).IsDone;

    protected async Task<bool> LoadAsync(string reference, CancellationToken cancellation)
    {
        Bid = (await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Reference == reference, cancellation))!;
        if (Bid is null) return false;
        Window = await db.WindowAsync(Bid.RoundId, Bid.Partnership, cancellation);
        return true;
    }

    /// <summary>Says that a colleague saved in the meantime; the fields keep what was typed, the next save is deliberate.</summary>
    protected void AddStale() => ModelState.AddModelError("",
        "Someone else changed this bid while you had this page open. Check what is saved now, shown above your answers. To replace it with yours, save again");
}
