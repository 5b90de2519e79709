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

    public virtual async Task<IActionResult> OnGetAsync(string reference, int number, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation) || await db.SubmissionAsync(reference, number, cancellation) is not { } made)
            return NotFound();
        (Made, Hash, Number) = (made.Read(), made.Hash, number);
        Count = await db.Submissions.CountAsync(s => s.BidId == Bid.Id, cancellation);
        return Page();
    }
}
