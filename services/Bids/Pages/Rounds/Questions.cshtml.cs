using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Bids.Data;
using Platform.Bids.Operations;
using Platform.Contracts;

namespace Platform.Bids.Pages.Rounds;

[Authorize(Roles = Roles.Officer)]
internal sealed class QuestionsModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    public Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) => ShowAsync(reference, _ => { }, cancellation);
}
