using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.WriteBid))]
[Says("A new draft is made", "Check what was copied, section by section")]
internal sealed class CopyModel(BidsContext db, Caller caller, CopyBid copy) : BidPage(db, caller)
{
    private readonly BidsContext db = db;
    private readonly Caller caller = caller;

    /// <summary>Created with the page, so that pressing twice makes one copy.</summary>
    [BindProperty]
    public Guid BidId { get; set; }

    [BindProperty]
    public string? Into { get; set; }
    public IReadOnlyList<Round> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        BidId = Guid.CreateVersion7();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Open.All(r => r.Reference != Into))
            ModelState.AddModelError(nameof(Into), "Select a round");
        if (!ModelState.IsValid)
            return Page();
        var copied = await copy.RunAsync(Bid.Reference, Into!, this.IdOf(BidId), cancellationToken);
        return await AnswerAsync(copied.Outcome, cancellationToken, copied.IsDone ? $"/bids/{copied.Value}" : null);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        var published = await db
            .Rounds.AsNoTracking()
            .Where(r => r.PublishedAt != null && r.OpensAt <= caller.At)
            .OrderBy(r => r.ClosesAt)
            .ToListAsync(cancellationToken);
        var extended = await db
            .Extensions.Where(e => e.State == ExtensionState.Granted && e.Until > caller.At)
            .Select(e => e.RoundId)
            .ToListAsync(cancellationToken);
        Open = [.. published.Where(r => r.Invites(Bid.Partnership) && (r.ClosesAt > caller.At || extended.Contains(r.Id)))];
        return true;
    }
}
