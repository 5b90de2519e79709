using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;

namespace Platform.Bids.Rounds.Pages;

/// <summary>All that was said of a round, and where to change it.</summary>
[Authorize(Roles = Roles.Officer)]
internal sealed class EditModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    public Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        ShowAsync(reference, _ => { }, cancellationToken);
}
