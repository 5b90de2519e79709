using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

[May(nameof(Acts.WriteRounds))]
internal sealed class NewModel(BidsContext db, EditRound edit, CreateRound create, Caller caller) : BasicsPage(db, edit)
{
    public override Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Fill(Usual(London.DateOf(caller.At)));
        return Task.FromResult<IActionResult>(Page());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Read() is not { } change)
            return Page();
        var result = await create.RunAsync(change(Usual(London.DateOf(caller.At))), cancellationToken);
        if (result.IsDone)
            return Redirect($"/rounds/{Reference!.Trim()}/edit");
        result.AddTo(ModelState);
        return Page();
    }
}
