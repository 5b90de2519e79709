using Microsoft.AspNetCore.Mvc;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Pages.Bid;

internal sealed class TaskListModel(BidsContext db, Caller caller) : BidPage(db, caller)
{
    /// <summary>Whether there is something to check; what is still in the way, such as the round's cap, the check tells.</summary>
    public bool Complete => Done == 2;
    public int Done => (ProjectComplete ? 1 : 0) + (Bid.Content.Interventions.Count > 0 ? 1 : 0);

    public bool ProjectComplete => BidCheck.Missing(BidSections.Project, Bid, Round).Count == 0;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) => await LoadAsync(reference, cancellation) ? Page() : NotFound();
}
