using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.WriteBid))]
internal sealed class CheckAnswersModel(BidsContext db, Caller caller, HandOverBid handOver) : BidPage(db, caller)
{
    /// <summary>What is missing; then the sections that lack only the partnership's mark.</summary>
    public IReadOnlyList<AnswerLink> ToDo =>
        [
            .. BidSections.All.SelectMany(Unanswered),
            .. BidSections
                .All.Where(s => BidCheck.Missing(s, Bid, Round).Count == 0 && !BidCheck.IsComplete(s, Bid, Round))
                .Select(s => new AnswerLink($"Say that you have completed {BidSections.Name(s)}", EndOf(s))),
        ];

    [Says("The bid is handed over", "Your partnership’s leads get a letter: one of them submits it, or gives it back")]
    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (MayEdit && ToDo.Count > 0)
            ModelState.AddModelError("", "A section of the bid is not completed. Complete it before you hand the bid over");
        return await ActAsync(() => handOver.RunAsync(Bid.Reference, cancellationToken), cancellationToken);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        await LoadShareAsync(cancellationToken);
        return MayEdit ? Page() : Redirect(Address);
    }
}
