using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The receipt: the same whenever it is asked for, until the bid is submitted again.</summary>
internal sealed class SubmittedModel(BidsContext db, Caller caller) : BidPage(db, caller)
{
    private readonly BidsContext db = db;

    public int Number { get; private set; }
    public string ReceivedAt => Countdown.ToTheSecond(Bid.SubmittedAt!.Value);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Number = await db.SubmissionsOf(Bid).CountAsync(cancellationToken);
        return Bid.SubmittedAt is null ? Redirect(Address) : Page();
    }
}
