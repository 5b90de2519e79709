using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

[May(nameof(Acts.WriteRounds))]
[Says("The round is saved as a draft", "Only officers see it until you publish it")]
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
        var typed = change(Usual(London.DateOf(caller.At)));
        var result = await create.RunAsync(typed, cancellationToken);
        if (result.IsDone || await create.IsMadeAsync(typed, cancellationToken))
            return Redirect($"/rounds/{typed.Reference}/edit");
        result.AddTo(ModelState);
        return Page();
    }
}
