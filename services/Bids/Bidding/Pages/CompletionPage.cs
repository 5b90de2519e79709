using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The end of a section: "Have you completed this section?"</summary>
[May(nameof(Acts.WriteBid))]
internal abstract class CompletionPage(BidsContext db, Caller caller, SaveBid save) : BidPage(db, caller)
{
    /// <summary>"yes" or "no".</summary>
    [BindProperty]
    public string? Completed { get; set; }

    /// <summary>What is in the way of "yes", and where it is entered.</summary>
    public IReadOnlyList<(string Where, string Message)> Missing { get; private set; } = [];

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

    // A mark has nothing typed that could be lost: only somebody's at the same instant is in its way.
    protected async Task<IActionResult> CompleteAsync(string section, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        await ShowMoreAsync(cancellationToken);
        if (Completed is not ("yes" or "no"))
        {
            ModelState.AddModelError(nameof(Completed), "Select yes if you have completed this section");
            return Page();
        }
        var result = await save.RunAsync(Bid.Reference, Bid.Version, new CompletionAnswer(section, Completed == "yes"), cancellationToken);
        if (result.IsDone)
            return Redirect(Address);
        await LoadAsync(cancellationToken);
        Missing = result.Kind == ResultKind.Incorrect ? [.. BidCheck.Unanswered(section, Bid, Round)] : [];
        if (Missing.Count > 0)
            ModelState.AddModelError(nameof(Completed), "Enter what is missing, or select “No, I’ll come back later”");
        else if (result.Kind == ResultKind.Stale)
            ModelState.AddModelError(nameof(Completed), "A colleague has just answered this. Select your answer again");
        else
            result.AddTo(ModelState);
        return Page();
    }
}
