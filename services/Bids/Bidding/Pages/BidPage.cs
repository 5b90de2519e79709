using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>A page about one bid: the caller's own, or any for the office, which sees what has been submitted.</summary>
internal abstract class BidPage(BidsContext db, Caller caller) : PageModel
{
    public Bid Bid { get; private set; } = null!;
    public new BidContent Content { get; private set; } = new();
    public BidContacts Contacts { get; private set; } = new();
    public BiddingWindow Window { get; private set; } = null!;
    public Round Round => Window.Round;

    /// <summary>Over all bids of the partnership in the round; null on pages that do not say it.</summary>
    public PriorityShare? Share { get; private set; }
    public string Address => $"/bids/{Bid.Reference}";
    public bool IsPartner => caller.Is(Roles.PartnerEditor) || caller.Is(Roles.PartnerLead);
    public bool IsOfficer => caller.Is(Roles.Officer);
    public bool IsOffice => caller.SeesEverything;
    public bool MaySubmit => caller.Is(Roles.PartnerLead);

    /// <summary>Whether the reader is told what it says, and not only that there is one.</summary>
    public bool IsReadable => !caller.SeesEverything || Bid.IsOpenToOffice;

    /// <summary>Only a partner, before the deadline, before submission; or what was sent back.</summary>
    public bool MayEdit => IsPartner && BidSections.All.Any(MayChange);

    /// <summary>Whether this section may be changed now.</summary>
    public bool MayChange(string section) => IsPartner && Bid.MayChange(section, Window, caller.At).IsDone;

    /// <summary>The page at the end of a section, where it is said to be complete.</summary>
    public string EndOf(string section) =>
        section is BidSections.Interventions or BidSections.Match or BidSections.Risks
            ? $"{Address}/{section}"
            : $"{Address}/sections/{section}";

    /// <summary>"12 days left, until ...": of the partnership's own window, or of what was sent back.</summary>
    public string TimeLeft => Countdown.Words(caller.At, Bid.AnswerBy ?? Window.ClosesAt);

    protected async Task<bool> LoadAsync(string reference, CancellationToken cancellation)
    {
        Bid = (await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Reference == reference, cancellation))!;
        if (Bid is null)
            return false;
        (_, Content, Contacts) = await db.SeenAsync(Bid, caller, cancellation);
        Window = await db.WindowAsync(Bid.RoundId, Bid.Partnership, cancellation);
        return true;
    }

    protected async Task LoadShareAsync(CancellationToken cancellation) =>
        Share = await db.ShareAsync(Bid, Content, Round, caller, cancellation);
}
