using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The end of a section: "Have you completed this section?"</summary>
[May(nameof(Acts.WriteBid))]
internal abstract class CompletionPage(BidsContext db, Caller caller, SaveBid save) : BidPage(db, caller)
{
    protected async Task<IActionResult> ShowAsync(string section, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        await ShowMoreAsync(cancellationToken);
        Completed = Content.Completed.Contains(section) ? "yes" : null;
        return MayChange(section) ? Page() : Redirect(Address);
    }

    /// <summary>Reads what the page shows beside the question.</summary>
    protected virtual Task ShowMoreAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected async Task<IActionResult> CompleteAsync(string section, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        await ShowMoreAsync(cancellationToken);
        // Nothing typed can be lost here, so only another save at the same moment conflicts.
        return await MarkAsync(
            complete => save.RunAsync(Bid.Reference, Bid.Version, new CompletionAnswer(section, complete), cancellationToken),
            () => Unanswered(section),
            cancellationToken
        );
    }
}
