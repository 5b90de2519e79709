using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>A bid exactly as it was submitted, to read and to print.</summary>
internal class SubmissionModel(BidsContext db, Caller caller) : BidPage(db, caller)
{
    private readonly BidsContext db = db;

    public SubmittedBid Made { get; private set; } = null!;
    public string Hash { get; private set; } = "";
    public int Number { get; private set; }
    public int Count { get; private set; }

    public virtual bool OnScreen => true;

    public virtual async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || await db.SubmissionAsync(Bid, number, cancellationToken) is not { } made)
            return NotFound();
        Made = made.Read();
        Hash = made.Hash;
        Number = number;
        Count = await db.SubmissionsOf(Bid).CountAsync(cancellationToken);
        return Page();
    }
}
