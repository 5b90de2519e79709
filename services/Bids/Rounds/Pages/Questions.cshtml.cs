using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;

namespace Platform.Bids.Rounds.Pages;

[Authorize(Roles = Roles.Officer)]
internal sealed class QuestionsModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    public Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        ShowAsync(reference, _ => { }, cancellationToken);
}
