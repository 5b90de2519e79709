using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.WriteBid))]
internal sealed class CheckAnswersModel(BidsContext db, Caller caller) : BidPage(db, caller)
{
    public IReadOnlyList<(string Where, string Message)> Missing =>
        [.. BidSections.All.SelectMany(s => BidCheck.Unanswered(s, Bid, Round))];

    /// <summary>Sections that lack nothing but the partnership's word.</summary>
    public IReadOnlyList<string> Unfinished =>
        [.. BidSections.All.Where(s => BidCheck.Missing(s, Bid, Round).Count == 0 && !BidCheck.IsComplete(s, Bid, Round))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        await LoadShareAsync(cancellationToken);
        return MayEdit ? Page() : Redirect(Address);
    }
}
